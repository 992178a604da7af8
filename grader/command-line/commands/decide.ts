import { Command } from 'commander';
import { decided, verdictPoints } from '../../record/decision.ts';
import type { Decision, ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import { mostPoints } from '../../record/scale.ts';
import { settled } from '../../record/settled.ts';
import { expectOwnReports } from '../../report/write-reports.ts';
import { keptAssignmentOf } from '../../run/kept-run.ts';
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
      'Writes a decision with its reason into the record of a submission, or of one of its exercises, and the points that ' +
        'follow from it. --points alone is about the submission as a whole: nothing else changes these points, not even ' +
        'lateness; so one that cannot be loaded gets some without an edit of the code. A decision survives regrading and further runs, as long as the student hands in nothing else. The verdict itself stays as it is. ' +
        'Students read that you have decided, not why: the reason stays in the record and in your report.',
    )
    .argument('<dir>', 'the folder of results')
    .argument('<id>', "the student's id")
    .option('-e, --exercise <name>', 'the exercise; --accept and --follow-through need it only if several lost points')
    .option('--points <p>', 'give these points, to the exercise or to the whole submission', pointsOption)
    .option('--accept', 'a disputed verdict: the student is right, and gets all points')
    .option(
      '--follow-through',
      "give the points that it earns with the oracle in place of the student's broken functions",
    )
    .option('--withdraw', 'take an earlier decision back, on the exercise or on the whole')
    .option('--reason <text>', 'why; required except with --withdraw')
    .option('--json', 'print the new record of the exercise, or of the submission, as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  backproof decide results/ ada --exercise logSoftmax --follow-through --reason "the fault is in softmax alone"\n' +
        '  backproof decide results/ bob --points 6 --reason "one parenthesis is missing, the rest is right"',
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
    const made = isOfWhole(kind, record, options.exercise)
      ? onWhole(kind, record, reason, options.points)
      : onExercise(kind, record, reason, options);
    await store.append(made.after);
    await store.settle();
    const assignment = await keptAssignmentOf(folder, store.header);
    if (assignment !== null) await refreshReports(store, assignment);
    process.stdout.write(options.json ? jsonLine(made.changed) : `${made.text}${inAll(record, made.after)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

/** A record with a decision: what of it is printed, as JSON or as a text. */
interface Made {
  after: SubmissionRecord;
  changed: ExerciseRecord | SubmissionRecord;
  text: string;
}

/** Without an exercise named, points are those of the whole; what is withdrawn is the decision on the whole, if there is one. */
function isOfWhole(kind: Kind, { decision }: SubmissionRecord, exercise: string | undefined): boolean {
  if (exercise !== undefined) return false;
  return kind === 'points' || (kind === 'withdraw' && decision !== null);
}

function onWhole(kind: Kind, before: SubmissionRecord, reason: string, points: number | undefined): Made {
  const who = printableLine(before.submission);
  const most = mostPoints(before);
  if (kind !== 'withdraw' && (points === undefined || points > most))
    throw new UsageError(`${who} can have ${shownPoints(most)} points: --points may be 0 to ${shownPoints(most)}`);
  const decision: Decision | null =
    kind === 'withdraw' || points === undefined
      ? null
      : { kind: 'points', points, verdictPoints: 0, reason, decidedAt: new Date().toISOString() };
  const after = settled({ ...before, decision });
  return {
    after,
    changed: after,
    text: `${who}: ${decision === null ? 'as the verdicts say' : printableLine(reason)}\n`,
  };
}

function onExercise(kind: Kind, before: SubmissionRecord, reason: string, options: DecideOptions): Made {
  const exercise = storedExercise(before, options.exercise);
  const decision = kind === 'withdraw' ? null : decisionOf(kind, exercise, reason, options.points);
  const changed = decided(exercise, decision);
  const exercises = before.exercises.map((other) => (other.name === exercise.name ? changed : other));
  const after = settled({ ...before, exercises });
  return { after, changed, text: shownExercise(after, exercise, changed) };
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

function shownExercise({ submission }: SubmissionRecord, { points }: ExerciseRecord, changed: ExerciseRecord): string {
  const why = changed.decision === null ? 'as the verdict says' : printableLine(changed.decision.reason);
  return (
    `${printableLine(submission)}, ${changed.name}: ${shownPoints(points)} -> ${shownPoints(changed.points)} of ` +
    `${shownPoints(changed.maxPoints)} points (${why})\n`
  );
}

function inAll(before: SubmissionRecord, { points, maxPoints, decision, late }: SubmissionRecord): string {
  const shown = (value: number | null): string => (value === null ? 'none' : shownPoints(value));
  const stands = decision === null ? '' : ', as decided for the whole';
  const off =
    late !== null && late.points > 0 ? `, ${shownPoints(late.points)} taken off: ${printableLine(late.reason)}` : '';
  return `in all ${shown(before.points)} -> ${shown(points)} of ${shownPoints(maxPoints)}${stands}${off}`;
}
