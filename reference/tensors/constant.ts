import { type Elements, expectNumbers } from '../elementwise.ts';
import { shown } from '../ndarray.ts';
import { elementsOf, ofShape, shapeOf } from './shared/elements.ts';
import { expectLengths, sizeOf } from './shared/shape.ts';

/**
 * A tensor of given values, in a shape of its own where one is named.
 *
 * $$y_{i_1 \dots i_r} = v_k, \quad \text{the } k\text{-th value in row-major order, or the only one}$$
 *
 * - $v$ `value` a number, or an array of any rank
 * - `shape` the lengths of the axes; absent, those of `value`; a single number fills it
 * - $y$ of that shape
 *
 * The result shares nothing with `value`: what is changed in one does not show in the other.
 *
 * @throws {TypeError} `value` is neither a number nor an ndarray, or `shape` is not a list.
 * @throws {RangeError} `value` is empty, `shape` has an entry that is no positive integer, or another number of elements.
 * @see Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1. Lecture 3.
 * @example constant(7, [2, 2]) // [[7, 7], [7, 7]]
 */
export function constant(value: Elements, shape: readonly number[] = shapeOfNumbers(value)): Elements {
  const elements = filling(value, shape);
  return ofShape(shape, elements);
}

/** The elements of the shape in row-major order. */
export function filling(value: Elements, shape: readonly number[]): Float64Array {
  expectNumbers('value', value);
  expectLengths('shape', shape);
  const [elements, size] = [elementsOf(value), sizeOf(shape)];
  if (typeof value === 'number') return new Float64Array(size).fill(value);
  if (elements.length !== size) {
    throw new RangeError(`shape: expected one for ${elements.length} values, got ${shown(shape)}`);
  }
  return elements;
}

function shapeOfNumbers(value: Elements): readonly number[] {
  expectNumbers('value', value);
  return shapeOf(value);
}
