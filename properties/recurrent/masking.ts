import fc from 'fast-check';
import { masking as reference } from '../../reference/recurrent/masking.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './masking.cases.ts';
import { misconceptions } from './masking.misconceptions.ts';
import { RNN_WEIGHTS, type RnnWeightsOf, rnnRuns, roundedRest, roundedRnnStep, stepAt } from './shared/rnn-inputs.ts';
import { pastAlone } from './shared/rnn-laws.ts';

export type Masking = (x: Sequence, mask: Matrix, weights: RnnWeightsOf) => Sequence;
type Arguments = Parameters<Masking>;

/** Masks of any kind, of padding at the end, and of nothing. */
const masks: fc.Arbitrary<(x: Sequence) => Matrix> = fc.oneof(
  fc
    .array(fc.constantFrom(0, 1), { minLength: 12, maxLength: 12 })
    .map((drawn) => (x: Sequence) => take(drawn).matrix(x.length, nth(x, 0).length)),
  fc
    .array(fc.nat(4), { minLength: 3, maxLength: 3 })
    .map((ends) => (x: Sequence) => x.map((steps, n) => steps.map((_, t) => (t < nth(ends, n) ? 1 : 0)))),
  fc.constant((x: Sequence) => x.map((steps) => steps.map(() => 1))),
);

const runs: fc.Arbitrary<Arguments> = fc
  .tuple(rnnRuns, masks)
  .map(([[x, weights], maskOf]): Arguments => [x, maskOf(x), weights]);

export const masking: Entry<Masking> = {
  id: 'masking',
  lecture: 7,
  title: 'Recurrent layer with masked steps',
  latex: String.raw`h_t = m_t \tanh(x_t W_x + h_{t-1} W_h + b) + (1 - m_t) h_{t-1}, \qquad h_0 = 0`,
  source: ['Chollet et al., Keras: Masking and padding', 'Lecture 7'],
  parameters: { x: is.sequence(), mask: is.matrix({ element: is.ZERO_OR_ONE }), weights: RNN_WEIGHTS },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/masking.ts'),

  inputs: runs,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<Masking>(runs, { batched: [0, 1] }),
    pastAlone<Masking>(runs, ([mask, weights], t) => [(mask as Matrix).map((row) => row.slice(0, t)), weights]),
    law('a masked step gives out the state before it', runs, async (masking, x, mask, weights) => {
      const states = await masking(x, mask, weights);
      const rest = weights.b.map(() => 0);
      const expected = states.map((steps, n) =>
        steps.map((h, t) => (nth(nth(mask, n), t) === 1 ? h : (steps[t - 1] ?? rest))),
      );
      expectClose(states, expected, 0);
    }),
    law(
      'the inputs of masked steps do not matter',
      fc.tuple(runs, numbers(mild, 24)),
      async (masking, [x, mask, weights], drawn) => {
        const fill = take(drawn);
        const other = x.map((steps, n) =>
          steps.map((features, t) => (mask[n]?.[t] === 1 ? features : features.map(fill.number))),
        );
        const allowed = masking.allowed(x, mask, weights);
        expectClose(await masking(other, mask, weights), await masking(x, mask, weights), allowed, allowed);
      },
    ),
    law('masked steps may be left out', runs, async (masking, x, mask, weights) => {
      const states = await masking(x, mask, weights);
      for (const [n, steps] of x.entries()) {
        const isReal = (_: unknown, t: number): boolean => mask[n]?.[t] === 1;
        const real = [steps.filter(isReal)];
        if (nth(real, 0).length === 0) continue;
        const ones = real.map((kept) => kept.map(() => 1));
        const allowed = masking.allowed(real, ones, weights);
        expectClose(await masking(real, ones, weights), [nth(states, n).filter(isReal)], allowed, allowed);
      }
    }),
  ],

  misconceptions,

  rounding: (r, x, mask, weights) => {
    let h = roundedRest(r, x.length, weights.b.length);
    const states = nth(x, 0).map((_, t) => {
      const made = roundedRnnStep(r, stepAt(x, t), h, weights);
      h = h.map((old, n) => (nth(nth(mask, n), t).value === 1 ? nth(made, n) : old));
      return h;
    });
    return transposed(states);
  },
};
