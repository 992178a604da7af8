import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import type { Matrix } from '../../values/value.ts';
import type { GlorotArguments } from './glorot-inputs.ts';

type Glorot = (...args: GlorotArguments) => Matrix;

/** The laws of a scale that is 1 over the square root of the sum of the fans, up to a constant. */
export const fanLaws = (inputs: fc.Arbitrary<GlorotArguments>): Law<Glorot>[] => [
  law('exchanging the two fans changes nothing', fc.tuple(inputs), async (glorot, [random, fanIn, fanOut]) => {
    const allowed = glorot.allowed(random, fanIn, fanOut);
    expectClose(await glorot(random, fanOut, fanIn), await glorot(random, fanIn, fanOut), allowed, allowed);
  }),
  law('four times the fans give half the weights', fc.tuple(inputs), async (glorot, [random, fanIn, fanOut]) => {
    const w = await glorot(random, fanIn, fanOut);
    const [own, its] = [glorot.allowed(random, 4 * fanIn, 4 * fanOut), glorot.allowed(random, fanIn, fanOut)];
    expectClose(
      await glorot(random, 4 * fanIn, 4 * fanOut),
      w.map((row) => row.map((x) => x / 2)),
      own,
      its,
    );
  }),
];
