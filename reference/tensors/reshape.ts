import { type Elements, expectNumbers } from '../elementwise.ts';
import { shown } from '../ndarray.ts';
import { expectInteger, expectList } from '../options.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';

/**
 * The elements of a tensor in another shape, in the same row-major order: the last index runs fastest.
 *
 * $$y_{j_1 \dots j_s} = x_{i_1 \dots i_r}, \quad \text{where both indices have the same place in row-major order}$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - `shape` the lengths of the new axes; at most one of them is -1 and follows from the others; `[]` gives a number
 * - $y$ of that shape
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, or `shape` is not a list.
 * @throws {RangeError} `x` is empty, `shape` has an entry that is not a positive integer or -1, two entries of -1, or
 *   another number of elements than `x`.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example reshape(matrix([[1, 2, 3], [4, 5, 6]]), [3, -1]) // [[1, 2], [3, 4], [5, 6]]
 */
export function reshape(x: Elements, shape: readonly number[]): Elements {
  return ofShape(resolvedShape(x, shape), elementsOf(x));
}

/** The new shape, with the entry that is -1 worked out. */
export function resolvedShape(x: Elements, shape: readonly number[]): number[] {
  expectNumbers('x', x);
  expectList('shape', shape);
  shape.forEach((length, i) => expectInteger(`shape[${i}]`, length, -1)); // equivalent mutant: `1 * (1 + 1e-6)` (whole)
  const size = elementsOf(x).length;
  const open = shape.indexOf(-1);
  if (open !== shape.lastIndexOf(-1)) throw new RangeError(`shape: expected at most one -1, got ${shown(shape)}`);
  const known = shape.reduce((product, length) => (length === -1 ? product : product * length), 1);
  const resolved = shape.map((length) => (length === -1 ? size / known : length));
  if (!resolved.every(Number.isInteger) || (open < 0 && known !== size)) {
    throw new RangeError(
      `shape: expected one for the ${size} elements of shape ${shown(shapeOf(x))}, got ${shown(shape)}`,
    );
  }
  return resolved;
}
