import { type Elements, expectNumbers } from '../../elementwise.ts';
import { shown } from '../../ndarray.ts';
import { elementsOf, ofShape, shapeOf } from './elements.ts';
import { placesOf } from './places.ts';

/**
 * `f` of two arrays, element by element. Their shapes are aligned at the last axis, and an axis of length 1, or one that
 * is absent, is repeated, as in NumPy.
 *
 * @throws {TypeError} An argument is neither a number nor an ndarray.
 * @throws {RangeError} An argument is empty, or the shapes do not broadcast.
 */
export function broadcast(a: Elements, b: Elements, f: (a: number, b: number) => number): Elements {
  const shape = broadcastShape(a, b);
  const [as, bs] = [repeated(a, shape), repeated(b, shape)];
  return ofShape(
    shape,
    as.map((ai, i) => f(ai, bs[i] as number)),
  );
}

/**
 * The shape to which two arrays broadcast.
 *
 * @throws {TypeError} An argument is neither a number nor an ndarray.
 * @throws {RangeError} An argument is empty, or two axes that meet have different lengths, neither of them 1.
 */
export function broadcastShape(a: Elements, b: Elements): number[] {
  expectNumbers('a', a);
  expectNumbers('b', b);
  return broadcastShapes(shapeOf(a), shapeOf(b));
}

/** The shape to which two shapes broadcast. @throws {RangeError} They do not. */
export function broadcastShapes(shapeA: readonly number[], shapeB: readonly number[]): number[] {
  const rank = Math.max(shapeA.length, shapeB.length);
  return Array.from({ length: rank }, (_, k) => {
    const [m, n] = [shapeA[k - rank + shapeA.length] ?? 1, shapeB[k - rank + shapeB.length] ?? 1];
    if (m !== n && m !== 1 && n !== 1) {
      throw new RangeError(
        `b: expected a shape that broadcasts with ${shown(shapeA)} of a, got ${shown(shapeB)}: aligned at the last ` +
          `axis, ${m} meets ${n}`,
      );
    }
    return m === 1 ? n : m;
  });
}

/** The elements of an array that is repeated to a shape, in row-major order. */
function repeated(x: Elements, shape: readonly number[]): Float64Array {
  const elements = elementsOf(x);
  return Float64Array.from(placesOf(shapeOf(x), shape), (place) => elements[place] as number);
}

/**
 * What comes back through a repetition: the sum of the upstream gradient over the axes along which an array was
 * repeated, in the array's own shape.
 */
export function summedBack(upstream: Elements, x: Elements): Elements {
  const own = shapeOf(x);
  const sums = new Float64Array(elementsOf(x).length);
  const places = placesOf(own, shapeOf(upstream));
  elementsOf(upstream).forEach((u, i) => {
    sums[places[i] as number] = (sums[places[i] as number] as number) + u;
  });
  return ofShape(own, sums);
}
