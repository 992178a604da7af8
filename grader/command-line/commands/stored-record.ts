import type { ExerciseRecord, SubmissionRecord } from '../../record/record.ts';
import type { StoredResults } from '../../store/stored-results.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';
import { printableLine } from '../../text/printable.ts';

/** The record of one student. @throws {UsageError} There is none of that id. */
export async function storedRecord(results: StoredResults, id: string): Promise<SubmissionRecord> {
  const record = await results.record(id);
  if (record !== null) return record;
  const guess = suggestion(id, [...results.records.keys()].slice(0, 20_000));
  throw new UsageError(`${results.folder} holds no record of ${printableLine(id)}${guess}`);
}

/**
 * One exercise of a record: the one named, or the only one with points lost.
 *
 * @throws {UsageError} There is none of that name, or there are several to choose from.
 */
export function storedExercise(record: SubmissionRecord, name: string | undefined): ExerciseRecord {
  const who = printableLine(record.submission);
  if (record.exercises.length === 0) {
    const why = record.message === null ? '' : `: ${printableLine(record.message)}`;
    throw new UsageError(`${who} has no verdict on any exercise, because it is ${record.status}${why}`);
  }
  const names = record.exercises.map((exercise) => exercise.name);
  if (name !== undefined) {
    const found = record.exercises.find((exercise) => exercise.name === name);
    if (found) return found;
    throw new UsageError(
      `the assignment has no exercise ${name}${suggestion(name, names)}: it has ${names.join(', ')}`,
    );
  }
  const lost = record.exercises.filter(({ status }) => status !== 'correct' && status !== 'missing');
  const candidates = record.exercises.length === 1 ? record.exercises : lost;
  const [only, ...others] = candidates;
  if (only && others.length === 0) return only;
  const choice = (candidates.length > 0 ? candidates : record.exercises).map((exercise) => exercise.name);
  throw new UsageError(`name the exercise of ${who} with --exercise: ${choice.join(', ')}`);
}
