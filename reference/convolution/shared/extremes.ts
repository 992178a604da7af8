import { type Elements, expectNumbers } from '../../elementwise.ts';
import { elementsOf } from '../../tensors/shared/elements.ts';

/** The least and the largest of all elements, and where the first of each is. */
export interface Extremes {
  elements: Float64Array;
  least: number;
  spread: number;
  lowest: number;
  highest: number;
}

/**
 * The extremes of a tensor. Of elements that contain NaN both are NaN.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} It is empty.
 */
export function extremesOf(x: Elements): Extremes {
  expectNumbers('x', x);
  const elements = elementsOf(x);
  const [least, most] = [elements.reduce((a, b) => Math.min(a, b)), elements.reduce((a, b) => Math.max(a, b))];
  return {
    elements,
    least,
    spread: most - least,
    lowest: elements.indexOf(least),
    highest: elements.indexOf(most),
  };
}
