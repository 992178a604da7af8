import fc from 'fast-check';
import { expectClose, type Law, law } from '../entry/law.ts';
import { grid } from '../inputs/inputs.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Tree } from '../values/value.ts';

/** A formula whose first argument is logits, which softmax makes probabilities of. */
type LogitFormula = (...args: any[]) => Tree<number>;

/** The law that only the differences of logits count; the inputs hold logits on the grid, so that the sums round nothing. */
export function logitShift<F extends LogitFormula>(inputs: fc.Arbitrary<Parameters<F>>): Law<F> {
  return law<F, [Parameters<F>, number]>(
    'adding one number to every logit changes nothing',
    fc.tuple(inputs, grid),
    async (f, args, shift) => {
      const shifted = args.map((arg, i) => (i === 0 ? mapNumbers(arg, (z) => z + shift) : arg)) as Parameters<F>;
      expectClose(await f(...shifted), await f(...args), f.allowed(...shifted), f.allowed(...args));
    },
  );
}
