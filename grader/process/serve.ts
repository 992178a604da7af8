import { messageOf } from '../../accelerated/error-message.ts';
import { exercisePaths, type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import type { SourceFile } from '../class/submission.ts';
import { followThroughOf } from '../judge/follow-through.ts';
import { judgeExercise } from '../judge/judge.ts';
import { styledMessage } from '../judge/message.ts';
import { missingRecord } from '../judge/unjudged.ts';
import type { Oracle } from '../oracle/oracle.ts';
import type { ExerciseRecord } from '../record/record.ts';
import { listen } from '../sandbox/listen.ts';
import { leftMs, submissionBegins, workBegins, workEnds } from '../sandbox/pulse.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { classAdvice, classFor } from '../style/classes.ts';
import { mayHaveStyle } from '../style/may-have-style.ts';
import { styleOf } from '../style/style.ts';
import { misspeltAs } from '../text/did-you-mean.ts';
import type { Bounds } from './bounds.ts';
import type { FromWorker, LoadReport, Task, ToWorker } from './protocol.ts';

/** What serves messages, and who sends them: the two sides of a child process, or of a Web Worker. */
export interface Parent {
  /** Waits until the message has left: code that hangs next would hold it back, and be taken for what hung before it. */
  send(message: FromWorker): Promise<void>;
  /** watches from outside of this thread, if that is not the parent's own part */
  startWatchdog(bounds: Bounds): void;
  /** milliseconds of CPU since the start */
  cpuMs(): number;
}

// What runs submissions. The parent ends it at a deadline and starts another, so it keeps nothing that must not be lost.

/** CPU that loading a file has for itself, in addition. */
const FREE_PER_FILE_MS = 20;

let parent: Parent | null = null;
let settings: Extract<ToWorker, { type: 'setup' }> | null = null;
let sandbox: Sandbox | null = null;
/** the files in it */
let opened: readonly SourceFile[] = [];
/** CPU that a piece of work has for itself on this machine */
let freeMs = 0;
const oracles = new Map<string, Oracle>();
const exercises = new Map<string, LocatedExercise>();
/** read once: the folders do not change while a class is graded */
const known = new Set(exercisePaths().map(nameOf));

/** Takes the parent's messages from now on. */
export function serve(asked: Parent): (message: ToWorker) => void {
  parent = asked;
  // One at a time: the parent waits for the answer to each that has one before it sends the next.
  return (message) => {
    handle(message).catch((error: unknown) => {
      void send({ type: 'fault', message: messageOf(error) });
    });
  };
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'setup':
      settings = message;
      // What takes longer the first time must not count as the first submission's.
      (await Sandbox.open([{ path: 'warm.ts', code: 'export const one: number = 1;' }], message.limits)).dispose();
      freeMs = Math.max(message.bounds.freeMs, message.bounds.freeStarts * asking().cpuMs());
      asking().startWatchdog(message.bounds);
      await send({ type: 'ready' });
      return;
    case 'oracles':
      for (const oracle of message.oracles) oracles.set(oracle.name, oracle);
      return;
    case 'open':
      submissionBegins(message.leftMs);
      workBegins(freeMs + message.files.length * FREE_PER_FILE_MS);
      sandbox?.dispose();
      opened = message.files;
      sandbox = await Sandbox.open(opened, limitsOf());
      workEnds();
      await send({ type: 'opened', report: reportOf(sandbox) });
      return;
    case 'judge':
      await judge(message.tasks);
      await send({ type: 'done', leftMs: leftMs() });
      return;
    case 'follow':
      submissionBegins(message.leftMs);
      await follow(message.files, message.tasks);
      await send({ type: 'done', leftMs: leftMs() });
      return;
    case 'listen':
      submissionBegins(message.leftMs);
      workBegins(freeMs + message.files.length * FREE_PER_FILE_MS);
      for await (const heard of listen(message.files, limitsOf(), message.exercises)) {
        workEnds();
        await send({ type: 'heard', heard });
        workBegins(freeMs);
      }
      workEnds();
      await send({ type: 'done', leftMs: leftMs() });
      return;
  }
}

async function judge(tasks: readonly Task[]): Promise<void> {
  if (!sandbox || !settings) throw new Error('asked to judge before a submission was opened');
  const others = [...sandbox.functions.keys()].filter((name) => !known.has(name));
  for (const { name, points } of tasks) {
    const oracle = oracles.get(name);
    if (oracle && sandbox.functions.has(name)) {
      const located = await exercise(name);
      workBegins(freeMs);
      const verdict = await judgeExercise(located, sandbox, oracle, points, settings.shares);
      workEnds();
      await send({ type: 'judged', ...verdict, misspelt: null });
      if (!mayHaveStyle(verdict.record)) continue;
      workBegins(freeMs);
      const record = await explained(located, oracle, verdict.record);
      workEnds();
      await send({ type: 'explained', record });
    } else {
      const asClass = await classFor(opened, others, name);
      const exported = asClass?.name ?? misspeltAs(name, others, [...known]);
      const misspelt =
        exported === null ? null : { exercise: name, exported, line: sandbox.lines.get(exported) ?? null };
      const advice = asClass === null ? null : classAdvice(asClass, name);
      await send({ type: 'judged', record: missingRecord(name, points, exported, advice), drawing: null, misspelt });
    }
  }
  sandbox.dispose();
  sandbox = null;
}

/** The record with the style that explains it: in place of a name before its message, beside a name in its notes. */
async function explained(located: LocatedExercise, oracle: Oracle, record: ExerciseRecord): Promise<ExerciseRecord> {
  const style = await styleOf(located, opened, limitsOf(), oracle, record);
  if (style === null) return record;
  if (record.misconception !== null) return { ...record, notes: [...record.notes, style.words] };
  return { ...record, message: styledMessage(style.words, record.message), line: style.line ?? record.line };
}

async function follow(files: readonly SourceFile[], tasks: readonly Task[]): Promise<void> {
  if (!settings) throw new Error('asked to judge before setup');
  const broken = await Promise.all(tasks.map(({ name }) => exercise(name)));
  for (const located of broken) {
    const task = tasks.find(({ name }) => name === located.name);
    const oracle = oracles.get(located.name);
    if (!oracle || !task) continue;
    workBegins(freeMs + files.length * FREE_PER_FILE_MS);
    const followThrough = await followThroughOf(located, files, broken, oracle, task.points, settings);
    workEnds();
    if (followThrough !== null) await send({ type: 'followed', exercise: located.name, followThrough });
  }
}

async function exercise(name: string): Promise<LocatedExercise> {
  const loaded = exercises.get(name);
  if (loaded) return loaded;
  const [located] = await loadExercises(new Set([name]));
  if (!located) throw new Error(`unknown exercise ${name}`);
  exercises.set(name, located);
  return located;
}

function limitsOf(): { ticks: number; memoryMiB: number } {
  if (!settings) throw new Error('asked to open a submission before setup');
  return settings.limits;
}

function reportOf({ functions, failures, duplicates, advice }: Sandbox): LoadReport {
  return {
    functions: [...functions.keys()],
    definedIn: Object.fromEntries(functions),
    failures: [...failures],
    duplicates: [...duplicates],
    advice: [...advice],
  };
}

function asking(): Parent {
  if (parent === null) throw new Error('nobody to answer');
  return parent;
}

function send(message: FromWorker): Promise<void> {
  return asking().send(message);
}
