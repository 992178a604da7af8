import type fc from 'fast-check';
import type { Formula } from '../../entry/entry.ts';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { indicesOf, itemAt, shapeOfNest } from '../../values/nest.ts';
import type { Tensor } from '../../values/value.ts';
import { commonShape, writtenOut } from './broadcasting.ts';
import { expectShape } from './expect-shape.ts';

type Elementwise = (a: Tensor, b: Tensor) => Tensor;

/** Laws of every function that takes two tensors element by element, with broadcasting. */
export function elementwiseLaws<F extends Elementwise & Formula>(inputs: fc.Arbitrary<[Tensor, Tensor]>): Law<F>[] {
  const laws: Law<Elementwise>[] = [
    law('the result has the shape to which both broadcast', inputs, async (f, a, b) => {
      const expected = commonShape(shapeOfNest(a), shapeOfNest(b));
      expectShape(await f(a, b), expected);
    }),
    law('written out beforehand, what is repeated gives the same', inputs, async (f, a, b) => {
      const shape = commonShape(shapeOfNest(a), shapeOfNest(b));
      const [wideA, wideB] = [writtenOut(a, shape), writtenOut(b, shape)];
      expectClose(await f(a, b), await f(wideA, wideB), f.allowed(a, b), f.allowed(wideA, wideB));
    }),
    law('an element depends on the two elements at its place alone', inputs, async (f, a, b) => {
      const whole = await f(a, b);
      const indices = indicesOf(shapeOfNest(whole));
      const shape = commonShape(shapeOfNest(a), shapeOfNest(b));
      const [wideA, wideB] = [writtenOut(a, shape), writtenOut(b, shape)];
      for (const index of [indices[0], indices.at(-1)]) {
        const [one, other] = [itemAt(wideA, index ?? []), itemAt(wideB, index ?? [])];
        const alone = await f(one, other);
        expectClose(itemAt(whole, index ?? []), alone, itemAt(f.allowed(a, b), index ?? []), f.allowed(one, other));
      }
    }),
  ];
  return laws as unknown as Law<F>[];
}
