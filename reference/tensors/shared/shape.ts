import { expectPossible } from '../../ndarray.ts';
import { expectInteger, expectList } from '../../options.ts';

/** @throws {TypeError} The shape is no list. @throws {RangeError} A length is no positive integer, or the tensor too large. */
export function expectLengths(name: string, shape: readonly number[]): void {
  expectList(name, shape);
  shape.forEach((length, axis) => expectInteger(`${name}[${axis}]`, length, 1));
  expectPossible(name, shape);
}

/** The number of elements. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
