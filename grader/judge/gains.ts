import type { ExerciseRecord, FollowThrough } from '../record/record.ts';

/**
 * The verdicts, each with its follow-through if that gains points. Along a circle nothing is gained: where sigmoid is computed
 * by tanh and tanh by sigmoid, each is right with the reference in the place of the other, and together they compute nothing.
 */
export function withGains(
  exercises: readonly ExerciseRecord[],
  followed: ReadonlyMap<string, FollowThrough>,
): ExerciseRecord[] {
  return exercises.map((exercise) => {
    const found = followed.get(exercise.name);
    const isGain = found !== undefined && found.points > exercise.points && !isOnCircle(exercise.name, followed);
    return { ...exercise, followThrough: isGain ? found : null };
  });
}

/** Whether a function is among those that it calls, or that they call in turn. */
function isOnCircle(name: string, followed: ReadonlyMap<string, FollowThrough>): boolean {
  const reached = new Set<string>();
  const pending = [name];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const called of followed.get(next)?.calls ?? []) {
      if (called === name) return true;
      if (!reached.has(called)) pending.push(called);
      reached.add(called);
    }
  }
  return false;
}
