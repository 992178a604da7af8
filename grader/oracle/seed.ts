import { createHash } from 'node:crypto';

/** The seed of one exercise's draws, from the class's seed: 31 bits. */
export function exerciseSeed(seed: number, exercise: string): number {
  return createHash('sha256').update(`${seed}/${exercise}`).digest().readUInt32BE(0) >>> 1;
}
