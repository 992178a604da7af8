import { type ExerciseSummary, exerciseSummaries } from '../../../exercises/exercises.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { UsageError } from '../../text/errors.ts';

/** The exercise of that name. @throws {UsageError} There is none. */
export async function knownExercise(name: string): Promise<ExerciseSummary> {
  const known = await exerciseSummaries();
  const found = known.find((exercise) => exercise.name === name);
  if (found) return found;
  const names = known.map((exercise) => exercise.name);
  throw new UsageError(`unknown exercise ${name}${suggestion(name, names)}: \`backproof list\` shows what there is`);
}
