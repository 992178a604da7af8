import type { LocatedExercise } from '../exercises/exercises.ts';
import type { Fault } from './check/fault.ts';

/**
 * HOOK, to be filled with the grader: of each exercise the stub scores zero, the reference scores full, and each
 * misconception is caught and named. Until then it finds nothing.
 */
export async function checkGrading(_exercises: readonly LocatedExercise[]): Promise<Fault[]> {
  return [];
}
