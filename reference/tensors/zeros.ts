import type { Elements } from '../elementwise.ts';
import { ofShape } from './shared/elements.ts';
import { expectLengths, sizeOf } from './shared/shape.ts';

/**
 * A tensor of zeros.
 *
 * $$y_{i_1 \dots i_r} = 0$$
 *
 * - `shape` the lengths of the axes; `[]` gives a number
 * - $y$ of that shape
 *
 * @throws {TypeError} `shape` is not a list.
 * @throws {RangeError} `shape` has an entry that is no positive integer, or is that of too large a tensor.
 * @see Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1. Lecture 3.
 * @example zeros([1, 2]) // [[0, 0]]
 */
export function zeros(shape: readonly number[]): Elements {
  expectLengths('shape', shape);
  return ofShape(shape, new Float64Array(sizeOf(shape)));
}
