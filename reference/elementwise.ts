import { described, expectElements, expectSameShape, isNdArray, map, type NdArray, zip } from './ndarray.ts';

/** A number, or an array of any rank whose elements a formula takes one by one. */
export type Elements = number | NdArray;

/**
 * `f` of a number, or of each element of an array.
 *
 * @throws {TypeError} `value` is neither a number nor an ndarray.
 * @throws {RangeError} It is an array without elements.
 */
export function elementwise(name: string, value: Elements, f: (x: number) => number): Elements {
  expectNumbers(name, value);
  return typeof value === 'number' ? f(value) : map(value, f);
}

/** upstream * f(value), element by element: the gradient of a function that is taken element by element. */
export function scaledBy(
  upstream: Elements,
  name: string,
  value: Elements,
  derivative: (x: number) => number,
): Elements {
  const slope = elementwise(name, value, derivative);
  if (typeof slope === 'number') {
    if (typeof upstream === 'number') return upstream * slope;
    throw new TypeError(`upstream: expected a number, as ${name} is one, got ${described(upstream)}`);
  }
  const array = upstream as NdArray;
  expectSameShape(name, slope, 'upstream', array);
  return zip(array, slope, (u, s) => u * s);
}

/** @throws {TypeError} Neither a number nor an ndarray. @throws {RangeError} An array without elements. */
export function expectNumbers(name: string, value: Elements): void {
  if (typeof value === 'number') return;
  if (!isNdArray(value)) throw new TypeError(`${name}: expected a number or an ndarray, got ${described(value)}`);
  expectElements(name, value);
}
