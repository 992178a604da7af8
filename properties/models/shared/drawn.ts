import { map, type NdArray } from '../../../reference/ndarray.ts';
import { randomNormal } from '../../../reference/tensors/random-normal.ts';

/** Normal numbers that float32 holds, the same for the same seed. */
export function drawn(shape: readonly number[], seed: number, deviation: number): NdArray {
  return map(randomNormal(shape, seed, { deviation }) as NdArray, Math.fround);
}
