import fc from 'fast-check';
import { expectClose, expectThat, type Law, law } from '../../entry/law.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix } from '../../values/value.ts';

type Cost = (...args: any[]) => number;

/** A divergence has no value below 0, and neither has a sum of it and squares. */
export function neverNegative<A extends unknown[]>(inputs: fc.Arbitrary<A>): Law<Cost> {
  return law<Cost, [A]>('it is never negative', fc.tuple(inputs), async (f, args) => {
    const got = await f(...args);
    expectThat(got >= -f.allowed(...args), `got ${got}`);
  });
}

/** A batch is averaged over its samples; options, if any, are drawn beside the batch. */
export function averageOfSamples<O extends unknown[]>(
  inputs: fc.Arbitrary<[batch: readonly Matrix[], ...options: O]>,
): Law<Cost> {
  return law<Cost, [[readonly Matrix[], ...O]]>(
    'a batch has the average of its samples',
    fc.tuple(inputs),
    async (f, [batch, ...options]) => {
      const N = nth(batch, 0).length;
      let average = 0;
      let allowed = 0;
      for (let n = 0; n < N; n++) {
        const sample = batch.map((array) => [nth(array, n)]);
        average += (await f(...sample, ...options)) / N;
        allowed += f.allowed(...sample, ...options) / N;
      }
      const own = f.allowed(...batch, ...options);
      expectClose(await f(...batch, ...options), average, own, allowed, 2 ** -50 * Math.abs(average));
    },
  );
}
