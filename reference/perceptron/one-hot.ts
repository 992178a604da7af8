import { expectPossible, type NdArray, tensor } from '../ndarray.ts';
import { expectInteger } from '../options.ts';

/**
 * A class index as a unit vector.
 *
 * $$e_k = \begin{cases} 1 & k = i \\ 0 & k \ne i \end{cases} \qquad k = 0, \dots, K - 1$$
 *
 * - $i$ `index`: an integer of 0..K-1
 * - $K$ `depth`: the number of classes, an integer of at least 1
 * - $e$ `[K]`
 *
 * Classes are counted from 0.
 *
 * @throws {RangeError} `depth` is not an integer of at least 1 or too large for an array, or `index` not an integer of 0..depth-1.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3. Lecture 1.
 * @example oneHot(1, 3) // [0, 1, 0]
 */
export function oneHot(index: number, depth: number): NdArray {
  expectOneHotArguments(index, depth);
  const e = tensor([depth]);
  e.set(index, 1);
  return e;
}

/** @throws {RangeError} `depth` is not an integer of at least 1 or too large, or `index` not an integer of 0..depth-1. */
export function expectOneHotArguments(index: number, depth: number): void {
  expectInteger('depth', depth, 1);
  expectPossible('depth', [depth]);
  expectInteger('index', index, 0, depth - 1);
}
