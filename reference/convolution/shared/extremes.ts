import { type Elements, expectNumbers } from '../../elementwise.ts';
import { elementsOf } from '../../tensors/shared/elements.ts';

/** The least and the largest of all elements, and where the first of each is. */
export interface Extremes {
  /** what elements, least and spread are counted in: 1, or 2 where the spread would be beyond the largest number */
  unit: number;
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
  const given = elementsOf(x);
  const ends = [given.reduce((a, b) => Math.min(a, b)), given.reduce((a, b) => Math.max(a, b))] as const;
  const unit = ends[1] - ends[0] === Infinity ? 2 : 1;
  const elements = given.map((xi) => xi / unit);
  const [least, most] = [ends[0] / unit, ends[1] / unit];
  return {
    unit,
    elements,
    least,
    spread: most - least,
    lowest: elements.indexOf(least),
    highest: elements.indexOf(most),
  };
}
