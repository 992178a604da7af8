import { type Elements, expectNumbers } from '../elementwise.ts';
import { expectInteger } from '../options.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';

/**
 * A tensor with a new axis of length 1.
 *
 * $$y_{i_1 \dots i_k\, 0\, i_{k+1} \dots i_r} = x_{i_1 \dots i_r}$$
 *
 * - $x$ `x` a number, or an array of any rank $r$
 * - $k$ `axis` the place of the new axis in the result, 0 by default; counted from the end of the result where negative
 * - $y$ of rank $r + 1$
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} `x` is empty, or `axis` is not an integer of $-(r + 1)$ to $r$.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example expandDims(vector([1, 2]), -1) // [[1], [2]]
 */
export function expandDims(x: Elements, axis = 0): Elements {
  return ofShape(expandedShape(x, axis), elementsOf(x));
}

/** The shape with the new axis. */
export function expandedShape(x: Elements, axis: number): number[] {
  expectNumbers('x', x);
  const shape = [...shapeOf(x)];
  expectInteger('axis', axis, -(shape.length + 1), shape.length); // equivalent mutant: `1 * (1 + 1e-6)` (axis is whole)
  // Equivalent mutant: `1 * (1 + 1e-6) :` (`splice` takes whole places)
  shape.splice(axis < 0 ? axis + shape.length + 1 : axis, 0, 1);
  return shape;
}
