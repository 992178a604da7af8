import fc from 'fast-check';
import { nested } from '../values/nest.ts';
import type { Tensor } from '../values/value.ts';
import { mild, numbers } from './inputs.ts';

/** The most elements of a drawn tensor: as many as a reader can follow in a counterexample. */
const MOST_ELEMENTS = 36;

/** The length of one axis: 1 often enough, else up to 4. */
const axisLength: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.constant(1), weight: 1 },
  { arbitrary: fc.integer({ min: 2, max: 4 }), weight: 2 },
);

/** Shapes of rank `least` to `most`, small enough to be read. They shrink toward the lowest rank and axes of length 1. */
export function shapes(least = 0, most = 5): fc.Arbitrary<number[]> {
  return fc.array(axisLength, { minLength: least, maxLength: most, size: 'max' }).map((shape) => {
    // From the front on, an axis that would make it too large becomes 1.
    let size = 1;
    return shape.map((length) => {
      const kept = size * length > MOST_ELEMENTS ? 1 : length;
      size *= kept;
      return kept;
    });
  });
}

/** The tensor of a shape, filled with drawn numbers one after another. */
export function filled(shape: readonly number[], drawn: readonly number[]): Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  return nested(
    shape,
    Array.from({ length: size }, (_, i) => drawn[i % drawn.length] as number),
  );
}

/** Tensors of rank `least` to `most`. Shape and numbers shrink on their own. */
export function tensors(least = 0, most = 5, element: fc.Arbitrary<number> = mild): fc.Arbitrary<Tensor> {
  return fc.tuple(shapes(least, most), numbers(element)).map(([shape, drawn]) => filled(shape, drawn));
}

/** Two shapes that broadcast, and do not always differ: either one lacks leading axes, and has axes of 1 where the other has more. */
const broadcastShapes: fc.Arbitrary<[number[], number[]]> = fc
  .tuple(
    shapes(),
    fc.oneof(fc.constant('same'), fc.constant('first'), fc.constant('second'), fc.constant('both')),
    fc.array(fc.constantFrom('both', 'first', 'second'), { minLength: 5, maxLength: 5 }),
    fc.nat(5),
  )
  .map(([shape, kind, repeated, dropped]) => {
    if (kind === 'same') return [shape, shape];
    const narrow = (side: 'first' | 'second'): number[] =>
      kind === 'both' || kind === side
        ? shape.map((length, axis) => (repeated[axis] === side ? 1 : length)).slice(kind === 'both' ? 0 : dropped)
        : shape;
    const [a, b] = [narrow('first'), narrow('second')];
    return kind === 'both' ? [a.slice(shortenable(a, dropped)), b] : [a, b];
  });

/** How many leading axes, at most so many, have length 1 and may go. */
function shortenable(shape: readonly number[], most: number): number {
  const first = shape.findIndex((length) => length > 1);
  return Math.min(most, first < 0 ? shape.length : first);
}

/** Two tensors whose shapes broadcast. */
export function broadcastPairs(
  first: fc.Arbitrary<number> = mild,
  second: fc.Arbitrary<number> = first,
): fc.Arbitrary<[Tensor, Tensor]> {
  return fc
    .tuple(broadcastShapes, numbers(first), numbers(second))
    .map(([[a, b], drawnA, drawnB]) => [filled(a, drawnA), filled(b, drawnB)]);
}

/** The same tensor with the entries of one axis in reverse order. */
export function reversedAlong(x: Tensor, axis: number): Tensor {
  if (!Array.isArray(x)) return x;
  return axis === 0 ? [...x].reverse() : x.map((item) => reversedAlong(item, axis - 1));
}
