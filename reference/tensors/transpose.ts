import { type Elements, expectNumbers } from '../elementwise.ts';
import { resolvedAxes } from './shared/axes.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';
import { stridesOf } from './shared/places.ts';

/**
 * A tensor with its axes in another order.
 *
 * $$y_{i_{p_1} \dots i_{p_r}} = x_{i_1 \dots i_r}$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - $p$ `perm` axis $k$ of the result is axis $p_k$ of `x`, counted from the end where negative; absent, the axes are reversed
 * - $y$ of the lengths in that order
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, or `perm` is not a list.
 * @throws {RangeError} `x` is empty, or `perm` does not name each axis once.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example transpose(matrix([[1, 2, 3], [4, 5, 6]])) // [[1, 4], [2, 5], [3, 6]]
 */
export function transpose(x: Elements, perm?: readonly number[]): Elements {
  const order = resolvedPermutation(x, perm);
  const shape = shapeOf(x);
  const strides = stridesOf(shape);
  // The place of each element of the result in x, axis by axis of the result.
  const places = order.reduce<number[]>(
    (before, axis) =>
      before.flatMap((place) =>
        Array.from({ length: shape[axis] as number }, (_, i) => place + i * (strides[axis] as number)),
      ),
    [0],
  );
  const elements = elementsOf(x);
  return ofShape(
    order.map((axis) => shape[axis] as number),
    places.map((place) => elements[place] as number),
  );
}

/** The axes in their new order, counted from the front. */
export function resolvedPermutation(x: Elements, perm?: readonly number[]): number[] {
  expectNumbers('x', x);
  const rank = shapeOf(x).length;
  if (perm === undefined) return Array.from({ length: rank }, (_, k) => rank - 1 - k);
  const order = rank === 0 && Array.isArray(perm) && perm.length === 0 ? [] : resolvedAxes('perm', perm, rank);
  if (order.length !== rank)
    throw new RangeError(`perm: expected each of ${rank} axes once, got ${perm.length} entries`);
  return order;
}
