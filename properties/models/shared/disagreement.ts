import { flat, type NdArray, vector, zip } from '../../../reference/ndarray.ts';
import { nth } from '../../values/nth.ts';
import type { Training } from './training.ts';
import type { TrainingBound } from './training-bound.ts';

const DIRECTIONS = 8;

/** Where two trainings are further apart than the bound allows, or null: in a loss, or in the weights at the end. */
export function disagreement(a: Training, b: Training, bound: TrainingBound): string | null {
  for (const [step, loss] of a.losses.entries()) {
    const [other, allowed] = [nth(b.losses, step), nth(bound.losses, step)];
    if (!(Math.abs(loss - other) <= allowed)) return `loss ${step}: ${loss} and ${other}, allowed ${allowed} apart`;
  }
  const [here, there] = [lastWeights(a), lastWeights(b)];
  for (let seed = 1; seed <= DIRECTIONS; seed++) {
    const signs = signsOf(seed, here.size);
    const [along, other, allowed] = [sumAlong(here, signs), sumAlong(there, signs), bound.along(signs)];
    if (!(Math.abs(along - other) <= allowed)) {
      return `weights along direction ${seed}: ${along} and ${other}, allowed ${allowed} apart`;
    }
  }
  return null;
}

function lastWeights({ states }: Training): NdArray {
  return nth(states, states.length - 1).theta;
}

function sumAlong(weights: NdArray, signs: NdArray): number {
  return flat(zip(weights, signs, (w, sign) => w * sign)).reduce((sum, x) => sum + x, 0);
}

/** Ones of both signs, by Marsaglia's xorshift. */
function signsOf(seed: number, size: number): NdArray {
  let state = seed * 0x9e3779b1;
  return vector(
    Array.from({ length: size }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state < 0 ? -1 : 1;
    }),
  );
}
