import { Command } from 'commander';
import { decided, totalPoints, verdictPoints } from '../../record/decision.ts';
import type { Decision, ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { assignmentOf } from '../../run/kept-run.ts';
import { Store } from '../../store/store.ts';
import { UsageError } from '../../text/errors.ts';
import { jsonLine } from '../../text/json-text.ts';
import { shownPoints } from '../../text/numbers.ts';
import { printableLine } from '../../text/printable.ts';
import { refreshReports } from './refresh-reports.ts';
import { storedExercise, storedRecord } from './stored-record.ts';

interface DecideOptions {
  exercise?: string;
  points?: number;
  accept?: boolean;
  followThrough?: boolean;
  withdraw?: boolean;
  reason?: string;
  json?: boolean;
}

/** `backproof decide DIR ID --exercise NAME (--points P | --accept | --follow-through) --reason "…"` */
export function decideCommand(finish: (code: number) => void): Command {
  return new Command('decide')
    .description(
      'Writes a decision with its reason into the record of one exercise, and the points that follow from it. It survives ' +
        'regrading and further runs, as long as the student hands in nothing else. The verdict itself stays as it is. ' +
        'Students read that you have decided, not why: the reason stays in the record and in your report.',
    )
    .argument('<dir>', 'the folder of results')
    .argument('<id>', "the student's id")
    .option('-e, --exercise <name>', 'the exercise; not needed if only one lost points')
    .option('--points <p>', 'give these points', pointsOption)
    .option('--accept', 'a disputed verdict: the student is right, and gets all points')
    .option(
      '--follow-through',
      "give the points that it earns with the oracle in place of the student's broken functions",
    )
    .option('--withdraw', 'take an earlier decision back')
    .option('--reason <text>', 'why; required except with --withdraw')
    .option('--json', 'print the new record of the exercise as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  backproof decide results/ ada --exercise logSoftmax --follow-through --reason "the fault is in softmax alone"',
    )
    .action(async (folder: string, id: string, options: DecideOptions) => finish(await decide(folder, id, options)));
}

async function decide(folder: string, id: string, options: DecideOptions): Promise<number> {
  const kind = kindOf(options);
  const reason = reasonOf(options);
  const store = await Store.reopen(folder);
  try {
    await expectOwnReports(folder);
    const record = await storedRecord(store, id);
    const exercise = storedExercise(record, options.exercise);
    const changed = decided(exercise, kind === 'withdraw' ? null : decisionOf(kind, exercise, reason, options.points));
    const exercises = record.exercises.map((other) => (other.name === exercise.name ? changed : other));
    const updated: SubmissionRecord = { ...record, exercises, points: totalPoints(exercises) };
    await store.append(updated);
    await store.settle();
    const assignment = await assignmentOf(folder, store.header, undefined).catch((error: unknown) => {
      if (error instanceof UsageError) return null;
      throw error;
    });
    if (assignment !== null) await refreshReports(store, assignment);
    process.stdout.write(options.json ? jsonLine(changed) : shown(record, updated, exercise, changed));
    return 0;
  } finally {
    await store.close();
  }
}

type Kind = Decision['kind'] | 'withdraw';

function kindOf({ points, accept, followThrough, withdraw }: DecideOptions): Kind {
  const kinds: Kind[] = [
    ...(points === undefined ? [] : (['points'] as const)),
    ...(accept ? (['accept'] as const) : []),
    ...(followThrough ? (['follow-through'] as const) : []),
    ...(withdraw ? (['withdraw'] as const) : []),
  ];
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0)
    throw new UsageError('say one of --points P, --accept, --follow-through, --withdraw');
  return kind;
}

function reasonOf({ reason, withdraw }: DecideOptions): string {
  const text = reason?.trim() ?? '';
  if (text === '' && !withdraw) throw new UsageError('a decision needs a reason: --reason "…"');
  return text;
}

function decisionOf(
  kind: Decision['kind'],
  exercise: ExerciseRecord,
  reason: string,
  points: number | undefined,
): Decision {
  const { name, status, maxPoints, followThrough } = exercise;
  const made = (given: number): Decision => ({
    kind,
    points: given,
    verdictPoints: verdictPoints(exercise),
    reason,
    decidedAt: new Date().toISOString(),
  });
  if (kind === 'accept') {
    if (status !== 'disputed')
      throw new UsageError(`${name} is ${status}, not disputed: --points gives it points all the same`);
    return made(maxPoints);
  }
  if (kind === 'follow-through') {
    if (followThrough === null)
      throw new UsageError(`${name} has no follow-through: it calls no broken function of the student's`);
    return made(followThrough.points);
  }
  if (points === undefined || points > maxPoints)
    throw new UsageError(
      `${name} has ${shownPoints(maxPoints)} points: --points may be 0 to ${shownPoints(maxPoints)}`,
    );
  return made(points);
}

function pointsOption(text: string): number {
  const points = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !Number.isFinite(points))
    throw new UsageError(`--points ${printableLine(text)}: expected a number from 0`);
  return points;
}

function shown(
  before: SubmissionRecord,
  after: SubmissionRecord,
  { points }: ExerciseRecord,
  changed: ExerciseRecord,
): string {
  const why = changed.decision === null ? 'as the verdict says' : printableLine(changed.decision.reason);
  return (
    `${printableLine(after.submission)}, ${changed.name}: ${shownPoints(points)} -> ${shownPoints(changed.points)} of ` +
    `${shownPoints(changed.maxPoints)} points (${why})\n` +
    `in all ${shownPoints(before.points ?? 0)} -> ${shownPoints(after.points ?? 0)} of ${shownPoints(after.maxPoints)}\n`
  );
}
