import fc from 'fast-check';
import { expectClose, type Law, law } from '../../entry/law.ts';
import { logUniform, numbers, size, take } from '../../inputs/inputs.ts';
import type { Vector } from '../../values/value.ts';

// The penalties on weights are lambda times the sum of a power of the absolute weights.

type Penalty = (w: Vector, lambda: number) => number;

export const weights = fc.tuple(size(6), numbers()).map(([n, drawn]) => take(drawn).vector(n));
export const strength = logUniform.map(Math.abs);

/** The laws of $\lambda \sum_i |w_i|^{\mathrm{degree}}$. */
export function penaltyLaws(degree: 1 | 2): Law<Penalty>[] {
  const factor = 2 ** degree;
  return [
    law('the sign of a weight does not matter', fc.tuple(weights, strength), async (penalty, w, lambda) => {
      const positive = w.map(Math.abs);
      expectClose(
        await penalty(positive, lambda),
        await penalty(w, lambda),
        penalty.allowed(positive, lambda),
        penalty.allowed(w, lambda),
      );
    }),
    law(
      `twice the weights cost ${degree === 1 ? 'twice' : 'four times'} as much`,
      fc.tuple(weights, strength),
      async (penalty, w, lambda) => {
        const doubled = w.map((x) => 2 * x);
        expectClose(
          await penalty(doubled, lambda),
          factor * (await penalty(w, lambda)),
          penalty.allowed(doubled, lambda),
          factor * penalty.allowed(w, lambda),
        );
      },
    ),
    law('twice the lambda costs twice as much', fc.tuple(weights, strength), async (penalty, w, lambda) => {
      expectClose(
        await penalty(w, 2 * lambda),
        2 * (await penalty(w, lambda)),
        penalty.allowed(w, 2 * lambda),
        2 * penalty.allowed(w, lambda),
      );
    }),
    law('two layers together cost what each costs', fc.tuple(weights, weights), async (penalty, a, b) => {
      const apart = (await penalty(a, 1)) + (await penalty(b, 1));
      const together = penalty.allowed([...a, ...b], 1);
      expectClose(await penalty([...a, ...b], 1), apart, together, together);
    }),
  ];
}
