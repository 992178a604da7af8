import { type Elements, expectNumbers } from '../elementwise.ts';
import { shown } from '../ndarray.ts';
import { resolvedAxes } from './shared/axes.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';

/**
 * A tensor without axes of length 1.
 *
 * $$y_{i_1 \dots i_k\, i_{k+2} \dots i_r} = x_{i_1 \dots i_k\, 0\, i_{k+2} \dots i_r}$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - `axes` those that go, counted from the end where negative; absent, all of length 1
 * - $y$ of the other axes
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray, or `axes` is not a list.
 * @throws {RangeError} `x` is empty, or an axis that is named is out of range, named twice, or longer than 1.
 * @see Harris et al. (2020), Array programming with NumPy, section NumPy arrays. Lecture 3.
 * @example squeeze(matrix([[1, 2]])) // [1, 2]
 */
export function squeeze(x: Elements, axes?: readonly number[]): Elements {
  return ofShape(squeezedShape(x, axes), elementsOf(x));
}

/** The shape without the axes. */
export function squeezedShape(x: Elements, axes?: readonly number[]): number[] {
  expectNumbers('x', x);
  const shape = shapeOf(x);
  if (axes === undefined) return shape.filter((length) => length !== 1);
  const gone = resolvedAxes('axes', axes, shape.length);
  gone.forEach((axis, i) => {
    if (shape[axis] !== 1) {
      throw new RangeError(`axes[${i}]: expected an axis of length 1, got axis ${axes[i]} of shape ${shown(shape)}`);
    }
  });
  return shape.filter((_, axis) => !gone.includes(axis));
}
