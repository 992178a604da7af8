import type fc from 'fast-check';
import { expectClose, expectThat, type Law, law } from '../../entry/law.ts';
import { nth } from '../../values/nth.ts';

type Batch = [y: readonly unknown[], t: readonly unknown[], ...options: unknown[]];

/** The law that a loss is averaged over the batch, whatever its options. */
export function meanOfSamples<A extends Batch>(inputs: fc.Arbitrary<A>): Law<(...args: A) => number> {
  return law<(...args: A) => number, A>(
    'the loss of a batch is the mean of the losses of its samples',
    inputs,
    async (loss, ...args) => {
      const [y, t, ...options] = args;
      let sum = 0;
      let allowed = loss.allowed(...args);
      for (const n of y.keys()) {
        const sample = [[nth(y, n)], [nth(t, n)], ...options] as unknown as A;
        sum += await loss(...sample);
        allowed += (loss.allowed(...sample) + 2 ** -52 * Math.abs(sum)) / y.length;
      }
      expectClose(await loss(...args), sum / y.length, allowed);
    },
  );
}

/** The law that a cross-entropy is least where the predictions are the targets. */
export function leastAtTargets<T>(predictionsAndTargets: fc.Arbitrary<[y: T, t: T]>): Law<(y: T, t: T) => number> {
  return law<(y: T, t: T) => number, [T, T]>(
    'no prediction costs less than the targets themselves',
    predictionsAndTargets,
    async (loss, y, t) => {
      const [cost, entropy] = [await loss(y, t), await loss(t, t)];
      const allowed = loss.allowed(y, t) + loss.allowed(t, t);
      expectThat(cost >= entropy - allowed, `got ${cost} for y, ${entropy} for y = t`);
    },
  );
}
