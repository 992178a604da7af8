import fc from 'fast-check';
import { gruGradient, gru as reference } from '../../reference/recurrent/gru.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers, options, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './gru.cases.ts';
import { misconceptions } from './gru.misconceptions.ts';
import {
  constantGate,
  GRU_OPTIONS,
  GRU_WEIGHTS,
  type GruOptionsOf,
  type GruWeightsOf,
  gruUnitsTurned,
  gruWeights,
  roundedGruStep,
  rowsTurned,
} from './shared/gru-inputs.ts';
import { weight } from './shared/lstm-inputs.ts';
import { roundedRest, stepAt } from './shared/rnn-inputs.ts';
import { pastAlone } from './shared/rnn-laws.ts';

export type Gru = (x: Sequence, weights: GruWeightsOf, options?: GruOptionsOf) => Sequence;
type Arguments = Parameters<Gru>;

const runs: fc.Arbitrary<Arguments> = fc
  .tuple(
    size(3),
    size(4),
    size(2),
    size(2),
    numbers(mild, 24),
    numbers(weight, 30),
    options<{ resetAfter: boolean }>({ resetAfter: fc.boolean() }),
  )
  .map(([B, T, features, units, data, weights, chosen]) =>
    given(take(data).rank3(B, T, features), gruWeights(take(weights), features, units), chosen),
  );

const calls = fc.tuple(runs);

export const gru: Entry<Gru> = {
  id: 'gru',
  lecture: 7,
  title: 'Gated recurrent unit over a sequence',
  latex: String.raw`h_t = \mathrm{gruCell}(x_t, h_{t-1}), \qquad h_0 = 0`,
  source: [
    'Cho et al. (2014), Learning phrase representations using RNN encoder-decoder for statistical machine translation',
    'Lecture 7, which names it alone',
  ],
  parameters: { x: is.sequence(), weights: GRU_WEIGHTS, options: GRU_OPTIONS },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/gru.ts'),
  gradient: { wrt: ['x', 'weights'], reference: gruGradient },

  inputs: runs,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    pastAlone<Gru>(runs),
    sampleIndependence<Gru>(runs),
    law('an open update gate keeps the zeros of the start', calls, async (gru, [x, weights, chosen]) => {
      const args: Arguments = given(x, { ...weights, update: constantGate(weights.update, 40) }, chosen);
      const states = await gru(...args);
      // sigmoid(40) is 1 - 4.2e-18, at each of up to four steps
      expectClose(
        states,
        mapNumbers(states, () => 0),
        gru.allowed(...args),
        2e-17,
      );
    }),
    law('with both gates closed every step stands alone', calls, async (gru, [x, weights, chosen]) => {
      const { update, reset, candidate } = weights;
      const shut = { update: constantGate(update, -40), reset: constantGate(reset, -40), candidate };
      const args: Arguments = given(x, shut, chosen);
      const units = candidate.b.length;
      const expected = x.map((steps) =>
        steps.map((features) =>
          candidate.b.map((bias, j) =>
            Math.tanh(features.reduce((sum, v, k) => sum + v * nth(nth(candidate.w, units + k), j), bias)),
          ),
        ),
      );
      const left = 5e-18 * (1 + 2 * Math.max(...candidate.w.flat().map(Math.abs)));
      const allowed = gru.allowed(...args);
      expectClose(await gru(...args), expected, allowed, allowed, left, 2 ** -52);
    }),
    law('in the first step both variants agree', calls, async (gru, [x, weights]) => {
      const first = x.map((steps) => steps.slice(0, 1));
      expectClose(
        await gru(first, weights, { resetAfter: true }),
        await gru(first, weights, { resetAfter: false }),
        gru.allowed(first, weights, { resetAfter: true }),
        gru.allowed(first, weights, { resetAfter: false }),
      );
    }),
    law(
      'with an update gate of one half each state is the mean of the old one and the candidate',
      calls,
      async (gru, [x, weights, chosen]) => {
        const half = { ...weights, update: constantGate(weights.update, 0) };
        const flat = { ...half, candidate: constantGate(weights.candidate, 0.5) };
        const args: Arguments = given(x, flat, chosen);
        const expected = x.map((steps) => {
          let h = 0;
          return steps.map(() => {
            h = (h + Math.tanh(0.5)) / 2;
            return weights.update.b.map(() => h);
          });
        });
        expectClose(await gru(...args), expected, gru.allowed(...args), 2 ** -51);
      },
    ),
    law('the order of the units does not matter', calls, async (gru, [x, weights, chosen]) => {
      const usual: Arguments = given(x, weights, chosen);
      const other: Arguments = given(x, gruUnitsTurned(weights), chosen);
      const turn = (states: Sequence): Sequence => states.map(rowsTurned);
      const [allowed, same] = [gru.allowed(...usual), gru.allowed(...other)];
      expectClose(await gru(...other), turn(await gru(...usual)), same, turn(allowed));
    }),
  ],

  misconceptions,

  rounding: (r, x, weights, { resetAfter }) => {
    let h = roundedRest(r, x.length, weights.update.b.length);
    const states = nth(x, 0).map((_, t) => {
      h = roundedGruStep(r, stepAt(x, t), h, weights, resetAfter);
      return h;
    });
    return transposed(states);
  },
};
