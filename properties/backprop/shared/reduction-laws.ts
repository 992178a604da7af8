import type fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Matrix, Tree } from '../../values/value.ts';

type Reduced<B extends Matrix[]> = (...args: B | [...batch: B, reduction: 'mean' | 'sum']) => Tree<number>;

/** What a gradient obeys that is the mean over the batch, or its sum; every matrix holds one row per sample. */
export function reductionLaws<B extends [Matrix, ...Matrix[]]>(batches: fc.Arbitrary<B>): Law<Reduced<B>>[] {
  return [
    law<Reduced<B>, B>('the sum is the mean times the number of samples', batches, async (gradient, ...batch) => {
      const samples = batch[0].length;
      const mean = await gradient(...batch, 'mean');
      const allowed = mapNumbers(gradient.allowed(...batch, 'mean'), (error) => samples * error);
      const rounding = mapNumbers(mean, (x) => 2 ** -53 * Math.abs(samples * x));
      const times = mapNumbers(mean, (x) => samples * x);
      expectClose(await gradient(...batch, 'sum'), times, gradient.allowed(...batch, 'sum'), allowed, rounding);
    }),
    law<Reduced<B>, B>('the mean is taken by default', batches, async (gradient, ...batch) => {
      const allowed = gradient.allowed(...batch, 'mean');
      expectClose(await gradient(...batch), await gradient(...batch, 'mean'), allowed, allowed);
    }),
    law<Reduced<B>, B>('the whole batch twice has the same mean', batches, async (gradient, ...batch) => {
      const twice = batch.map((rows) => [...rows, ...rows]) as B;
      expectClose(
        await gradient(...twice),
        await gradient(...batch),
        gradient.allowed(...twice),
        gradient.allowed(...batch),
      );
    }),
  ];
}
