import { Command } from 'commander';
import type { SourceLimits, Submission } from '../../class/submission.ts';
import { oracleHash } from '../../oracle/oracle-hash.ts';
import { decided } from '../../record/decision.ts';
import type { CounterexampleRecord, ExerciseRecord } from '../../record/record.ts';
import { judgeSource, recordOf } from '../../run/judged.ts';
import { judgingPool } from '../../run/judging-pool.ts';
import { assignmentOf } from '../../run/kept-run.ts';
import { viewResults } from '../../store/view-results.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';
import { type ClassOptions, openClassOf, withClassOptions } from './class-options.ts';
import { backendOption } from './options.ts';
import { storedExercise, storedRecord } from './stored-record.ts';

interface ReplayOptions extends ClassOptions {
  exercise?: string;
  out: string;
  class?: string;
  assignment?: string;
  json?: boolean;
}

/** A verdict of a record, and the same once more. */
interface Replay {
  submission: string;
  exercise: string;
  reproduced: boolean;
  /** keys of the exercise's record that differ */
  differs: string[];
  sourceHash: { recorded: string | null; now: string | null };
  oracleHash: { recorded: string; now: string };
  recorded: ExerciseRecord;
  /** null if it cannot be judged any more; then `message` says why */
  now: ExerciseRecord | null;
  message: string | null;
}

/** `backproof replay ID --exercise NAME --out DIR --class CLASS` */
export function replayCommand(finish: (code: number) => void): Command {
  return withClassOptions(new Command('replay'))
    .description(
      "Judges one exercise of one submission again, with the recorded seed or the key of the results, and says whether the verdict is the recorded one bit for bit. An instructor's decision, and the times, are not compared.",
    )
    .argument('<id>', "the student's id")
    .requiredOption('-o, --out <dir>', 'the folder of results that holds the record')
    .option('-e, --exercise <name>', 'the exercise; not needed if only one lost points')
    .option('-c, --class <dir>', 'the class folder or its zip; without it the one that was graded')
    .option('-a, --assignment <name-or-file>', 'the assignment; without it the one that was kept beside the results')
    .option('--json', 'print both verdicts as JSON')
    .addHelpText(
      'after',
      '\nExit code 0 if the verdict is reproduced, 1 if not.\n\nExample:\n  backproof replay ada --exercise softmax --out results/ --class class/',
    )
    .action(async (id: string, options: ReplayOptions) => finish(await replay(id, options)));
}

async function replay(id: string, options: ReplayOptions): Promise<number> {
  const replayed = await replayOf(id, options);
  process.stdout.write(options.json ? jsonLine(replayed) : shown(replayed));
  return replayed.reproduced ? 0 : 1;
}

async function replayOf(id: string, options: ReplayOptions): Promise<Replay> {
  const results = await viewResults(options.out);
  try {
    const record = await storedRecord(results, id);
    const recorded = storedExercise(record, options.exercise);
    const assignment = await assignmentOf(options.out, results.header, options.assignment);
    const submission = await submissionOf(id, options, assignment.limits);
    const settings = {
      secret: await results.secret(),
      perSource: results.header.perSource,
      assignment,
      oracleHash: oracleHash(),
      backend: backendOption(record.oracles[1] ?? ''),
    };
    const judge = async (names: ReadonlySet<string>): Promise<Pick<Replay, 'now' | 'message'>> => {
      const pool = judgingPool(settings, 1);
      try {
        const exercises = assignment.exercises.filter(({ name }) => names.has(name));
        const judged = await judgeSource(pool, submission, exercises);
        const { record: now } = recordOf(submission, judged, settings);
        const exercise = now.exercises.find(({ name }) => name === recorded.name) ?? null;
        return { now: exercise, message: now.message };
      } finally {
        pool.close();
      }
    };
    // A function of another exercise matters if this one calls it; all before it matter if state is kept between calls.
    let { now, message } = await judge(new Set([recorded.name, ...(recorded.followThrough?.calls ?? [])]));
    let differs = differences(recorded, now);
    if (differs.length > 0 && submission.sourceHash === record.sourceHash) {
      ({ now, message } = await judge(new Set(record.exercises.map(({ name }) => name))));
      differs = differences(recorded, now);
    }
    return {
      submission: id,
      exercise: recorded.name,
      reproduced: differs.length === 0,
      differs,
      sourceHash: { recorded: record.sourceHash, now: submission.sourceHash },
      oracleHash: { recorded: record.oracleHash, now: settings.oracleHash },
      recorded,
      now,
      message,
    };
  } finally {
    await results.close();
  }
}

async function submissionOf(id: string, options: ReplayOptions, limits: SourceLimits): Promise<Submission> {
  const opened = await openClassOf(options.out, options);
  try {
    const entry = opened.entries.find((candidate) => candidate.id === id);
    if (!entry) throw new UsageError(`the class folder ${opened.path} holds no submission of ${printableLine(id)}`);
    return await opened.read(entry, limits);
  } finally {
    await opened.close();
  }
}

/** The keys in which two verdicts differ; what an instructor decided is not part of a verdict. */
function differences(recorded: ExerciseRecord, now: ExerciseRecord | null): string[] {
  if (now === null) return ['status'];
  const before = decided(recorded, null);
  return (Object.keys(now) as (keyof ExerciseRecord)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]),
  );
}

function shown({ submission, exercise, differs, sourceHash, oracleHash, recorded, now, message }: Replay): string {
  const verdict = now ?? recorded;
  const lines = [
    `${printableLine(submission)}, ${exercise}: ${now === null ? 'cannot be judged' : summary(now)}`,
    `  source   ${compared(sourceHash)}`,
    `  oracles  ${compared(oracleHash)}`,
    ...(message === null ? [] : [`  ${printableLine(message)}`]),
    ...(verdict.message === null ? [] : [`  ${printableLine(verdict.message)}`]),
    ...(now?.counterexample ? counterexampleLines(exercise, now.counterexample) : []),
  ];
  if (differs.length === 0) lines.push('reproduced, bit for bit');
  else lines.push(`not reproduced: the record says ${summary(recorded)}; what differs: ${differs.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function summary({ status, points, maxPoints, misconception, line, decision }: ExerciseRecord): string {
  const earned = decision?.verdictPoints ?? points;
  const where = line === null ? '' : ` (${printableLine(line)})`;
  const name = misconception === null ? '' : `, ${misconception}`;
  return `${status}${where}${name}, ${shownPoints(earned)} of ${shownPoints(maxPoints)} points`;
}

function compared({ recorded, now }: { recorded: string | null; now: string | null }): string {
  if (recorded === now) return `${recorded ?? 'none'}, as recorded`;
  return `${now ?? 'none'}, not the recorded ${recorded ?? 'none'}`;
}

function counterexampleLines(name: string, counterexample: CounterexampleRecord): string[] {
  const { args, index, got, expected, error, allowed, ulps, because, seed, path } = counterexample;
  const text = (value: unknown): string => printableLine(typeof value === 'string' ? value : JSON.stringify(value));
  return [
    `  ${name}(${args.map((argument) => printableLine(JSON.stringify(argument) ?? 'undefined')).join(', ')})`,
    ...(index.length > 0 ? [`  at       ${index.map((step) => `[${text(step)}]`).join('')}`] : []),
    `  got      ${text(got)}`,
    `  expected ${text(expected)}`,
    ...(error === null ? [] : [`  error    ${text(error)}${ulps === null ? '' : ` (${text(ulps)} ulps)`}`]),
    ...(allowed === null ? [] : [`  allowed  ${text(allowed)}`]),
    `  why      ${printableLine(because)}`,
    `  drawn    ${seed === null ? 'from the key of the results' : `from the seed ${seed}`}${path === null ? '' : `, path ${path}`}`,
  ];
}
