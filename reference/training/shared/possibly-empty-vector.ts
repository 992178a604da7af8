import { described, expectData, isNdArray, type NdArray, shown } from '../../ndarray.ts';

/**
 * The length of a vector that may have no elements.
 *
 * @throws {TypeError} It is not an ndarray.
 * @throws {RangeError} It has another rank than 1.
 */
export function possiblyEmptyVector(name: string, array: NdArray): number {
  if (!isNdArray(array)) throw new TypeError(`${name}: expected a vector as an ndarray, got ${described(array)}`);
  if (array.shape.length !== 1) {
    throw new RangeError(`${name}: expected a vector [n], got shape ${shown(array.shape)}`);
  }
  if (array.size > 0) expectData(name, array);
  return array.size;
}
