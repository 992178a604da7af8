import { type Elements, expectNumbers } from '../elementwise.ts';
import { shown } from '../ndarray.ts';
import { expectInteger, expectList } from '../options.ts';
import { concat } from './concat.ts';
import { expandDims } from './expand-dims.ts';
import { shapeOf } from './shared/elements.ts';

/**
 * Tensors of one shape beside each other along a new axis.
 *
 * $$y_{i_1 \dots i_k\, n\, i_{k+1} \dots i_r} = x^{(n)}_{i_1 \dots i_r}$$
 *
 * - $x^{(n)}$ `tensors` of one shape, numbers too
 * - $k$ `axis` the place of the new axis in the result, 0 by default; counted from the end of the result where negative
 * - $y$ of rank $r + 1$
 *
 * @throws {TypeError} `tensors` is not a list, or one of them is neither a number nor an ndarray.
 * @throws {RangeError} There are none, one is empty, shapes differ, or `axis` is not an integer of $-(r + 1)$ to $r$.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example stack([vector([1, 2]), vector([3, 4])], 1) // [[1, 3], [2, 4]]
 */
export function stack(tensors: readonly Elements[], axis = 0): Elements {
  const at = stackedAxis(tensors, axis);
  return concat(
    tensors.map((x) => expandDims(x, at)),
    at,
  );
}

/** The place of the new axis, counted from the front. */
export function stackedAxis(tensors: readonly Elements[], axis: number): number {
  expectList('tensors', tensors);
  const [first] = tensors;
  if (first === undefined) throw new RangeError('tensors: expected at least one tensor, got none');
  tensors.forEach((x, n) => expectNumbers(`tensors[${n}]`, x));
  const shape = shapeOf(first);
  // Equivalent mutant: `slice(1 * (1 + 1e-6))` (`slice` takes whole places)
  tensors.slice(1).forEach((x, n) => {
    const own = shapeOf(x);
    if (own.length !== shape.length || own.some((length, k) => length !== shape[k])) {
      throw new RangeError(
        `tensors[${n + 1}]: expected shape ${shown(shape)}, that of the first one, got ${shown(own)}`,
      );
    }
  });
  expectInteger('axis', axis, -(shape.length + 1), shape.length); // equivalent mutant: `1 * (1 + 1e-6)` (axis is whole)
  return axis < 0 ? axis + shape.length + 1 : axis;
}
