import { type Elements, expectNumbers } from '../../elementwise.ts';
import { flat, shown, tensor } from '../../ndarray.ts';

/** The lengths of the axes; a number has none. */
export function shapeOf(x: Elements): readonly number[] {
  return typeof x === 'number' ? [] : x.shape;
}

/** The elements in row-major order, as a copy of their own. */
export function elementsOf(x: Elements): Float64Array {
  return typeof x === 'number' ? Float64Array.of(x) : flat(x);
}

/** The array of a shape whose elements are given in row-major order; without axes the number itself. */
export function ofShape(shape: readonly number[], elements: ArrayLike<number>): Elements {
  return shape.length === 0 ? (elements[0] as number) : tensor(shape, elements);
}

/** @throws {TypeError} The upstream gradient is no number or array. @throws {RangeError} It has not the shape of the result. */
export function expectUpstream(upstream: Elements, shape: readonly number[]): void {
  expectNumbers('upstream', upstream);
  const own = shapeOf(upstream);
  if (own.length !== shape.length || own.some((length, axis) => length !== shape[axis])) {
    throw new RangeError(`upstream: expected shape ${shown(shape)}, that of the result, got ${shown(own)}`);
  }
}
