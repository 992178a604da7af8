import { messageOf } from '../../accelerated/error-message.ts';
import { exercisePaths, type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import type { SourceFile } from '../class/submission.ts';
import { followThroughOf } from '../judge/follow-through.ts';
import { judgeExercise, missingRecord } from '../judge/judge.ts';
import type { Oracle } from '../oracle/oracle.ts';
import { listen } from '../sandbox/listen.ts';
import { workBegins } from '../sandbox/pulse.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { compileEngine } from '../sandbox/wasm.ts';
import { misspeltAs } from '../text/did-you-mean.ts';
import type { FromWorker, LoadReport, Task, ToWorker } from './protocol.ts';
import { startWatchdog } from './watchdog.ts';

// The process that runs submissions. The parent ends it at a deadline and starts another, so it keeps nothing that must
// not be lost.

let settings: Extract<ToWorker, { type: 'setup' }> | null = null;
let sandbox: Sandbox | null = null;
const oracles = new Map<string, Oracle>();
const exercises = new Map<string, LocatedExercise>();
/** read once: the folders do not change while a class is graded */
const known = new Set(exercisePaths().map(nameOf));

process.on('message', (message: ToWorker) => {
  // One at a time: the parent waits for the answer to each before it sends the next.
  handle(message).catch((error: unknown) => {
    send({ type: 'fault', message: messageOf(error) });
  });
});
process.on('disconnect', () => process.exit(0));
startWatchdog();

async function handle(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'setup':
      settings = message;
      await compileEngine();
      send({ type: 'ready' });
      return;
    case 'open':
      workBegins();
      sandbox?.dispose();
      sandbox = await Sandbox.open(message.files, limitsOf());
      send({ type: 'opened', report: reportOf(sandbox) });
      return;
    case 'judge':
      for (const oracle of message.oracles) oracles.set(oracle.name, oracle);
      await judge(message.tasks);
      return;
    case 'follow':
      for (const oracle of message.oracles) oracles.set(oracle.name, oracle);
      await follow(message.files, message.tasks);
      return;
    case 'listen':
      workBegins();
      for await (const heard of listen(message.files, limitsOf(), message.exercises)) {
        send({ type: 'heard', heard });
        workBegins();
      }
      send({ type: 'done' });
      return;
  }
}

async function judge(tasks: readonly Task[]): Promise<void> {
  if (!sandbox || !settings) throw new Error('asked to judge before a submission was opened');
  const others = [...sandbox.functions.keys()].filter((name) => !known.has(name));
  for (const { name, points } of tasks) {
    workBegins();
    const oracle = oracles.get(name);
    if (oracle && sandbox.functions.has(name)) {
      const verdict = await judgeExercise(await exercise(name), sandbox, oracle, points, settings.shares);
      send({ type: 'judged', ...verdict, misspelt: null });
    } else {
      const exported = misspeltAs(name, others, [...known]);
      const misspelt =
        exported === null ? null : { exercise: name, exported, line: sandbox.lines.get(exported) ?? null };
      send({ type: 'judged', record: missingRecord(name, points, exported), drawing: null, misspelt });
    }
  }
  sandbox.dispose();
  sandbox = null;
  send({ type: 'done' });
}

async function follow(files: readonly SourceFile[], tasks: readonly Task[]): Promise<void> {
  if (!settings) throw new Error('asked to judge before setup');
  const broken = await Promise.all(tasks.map(({ name }) => exercise(name)));
  for (const { name, points } of tasks) {
    const oracle = oracles.get(name);
    if (!oracle) continue;
    workBegins();
    const followThrough = await followThroughOf(await exercise(name), files, broken, oracle, points, settings);
    if (followThrough !== null) send({ type: 'followed', exercise: name, followThrough });
  }
  send({ type: 'done' });
}

async function exercise(name: string): Promise<LocatedExercise> {
  const loaded = exercises.get(name);
  if (loaded) return loaded;
  const [located] = await loadExercises(new Set([name]));
  if (!located) throw new Error(`there is no exercise ${name}`);
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

function send(message: FromWorker): void {
  process.send?.(message);
}
