import fc from 'fast-check';
import { lstmGradient, lstm as reference } from '../../reference/recurrent/lstm.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix, Sequence, Vector } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './lstm.cases.ts';
import { misconceptions } from './lstm.misconceptions.ts';
import {
  LSTM_OPTIONS,
  LSTM_WEIGHTS,
  type LstmOptionsOf,
  type LstmWeightsOf,
  lstmForms,
  lstmWeights,
  mapGates,
  type PackedOf,
  roundedStep,
  weight,
} from './shared/lstm-inputs.ts';
import { packedWeights } from './shared/lstm-laws.ts';

export type Lstm = (x: Sequence, weights: LstmWeightsOf | PackedOf, options?: LstmOptionsOf) => Sequence;
type Run = [x: Sequence, weights: LstmWeightsOf];

const runs: fc.Arbitrary<Run> = fc
  .tuple(size(3), size(4), size(2), size(2), numbers(mild, 24), numbers(weight, 40))
  .map(([B, T, features, units, data, weights]) => [
    take(data).rank3(B, T, features),
    lstmWeights(take(weights), features, units),
  ]);

const formedRuns: fc.Arbitrary<Parameters<Lstm>> = fc
  .tuple(runs, lstmForms)
  .map(([[x, weights], formed]) => [x, ...formed(weights)]);

/** A gate with all weights and all biases replaced by constants. */
const filled = ({ w, b }: { w: Matrix; b: Vector }, weights: number, bias: number): { w: Matrix; b: Vector } => ({
  w: mapNumbers(w, () => weights),
  b: b.map(() => bias),
});

export const lstm: Entry<Lstm> = {
  id: 'lstm',
  lecture: 7,
  title: 'Long short-term memory over a sequence',
  latex: String.raw`(h_t, c_t) = \mathrm{lstmCell}(x_t, (h_{t-1}, c_{t-1})), \qquad h_0 = c_0 = 0`,
  source: [
    'Hochreiter, Schmidhuber (1997), Long short-term memory',
    'Gers, Schmidhuber, Cummins (2000), Learning to forget: continual prediction with LSTM',
    'Lecture 7',
  ],
  parameters: {
    x: is.sequence(),
    weights: LSTM_WEIGHTS,
    options: LSTM_OPTIONS,
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/lstm.ts'),
  gradient: {
    wrt: ['x', 'weights'],
    reference: lstmGradient,
    inputs: fc.oneof({ arbitrary: runs, weight: 3 }, { arbitrary: formedRuns, weight: 2 }),
  },

  inputs: runs,
  extended: formedRuns,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('later inputs do not change earlier states', runs, async (lstm, x, weights) => {
      const whole = await lstm(x, weights);
      const T = nth(x, 0).length;
      for (let t = 1; t <= T; t++) {
        const begun = x.map((steps) => steps.slice(0, t));
        const allowed = lstm.allowed(begun, weights);
        expectClose(
          await lstm(begun, weights),
          whole.map((steps) => steps.slice(0, t)),
          allowed,
          allowed,
        );
      }
    }),
    sampleIndependence<Lstm>(runs),
    law('with every gate open the cell sums the candidates', runs, async (lstm, x, weights) => {
      // sigmoid(40) is 1 - 4.2e-18
      const open = mapGates(weights, (gate, name) =>
        filled(gate, name === 'candidate' ? 0.25 : 0, name === 'candidate' ? 0 : 40),
      );
      const units = weights.forget.b.length;
      const closed = { ...open, candidate: withoutState(open.candidate, units) };
      const expected = x.map((steps) => {
        let cell = 0;
        return steps.map((features) => {
          cell += Math.tanh(features.reduce((sum, v) => sum + v / 4, 0));
          return Array.from({ length: units }, () => Math.tanh(cell));
        });
      });
      expectClose(await lstm(x, closed), expected, lstm.allowed(x, closed), 2 ** -48);
    }),
    law('with the cell dropped it is a plain recurrent net', runs, async (lstm, x, weights) => {
      const plain = mapGates(weights, (gate, name) =>
        name === 'candidate' ? filled(gate, 0.5, 0.25) : filled(gate, 0, name === 'forget' ? -40 : 40),
      );
      const units = weights.forget.b.length;
      const expected = x.map((steps) => {
        let h = 0;
        return steps.map((features) => {
          h = Math.tanh(Math.tanh(features.reduce((sum, v) => sum + v / 2, 0.25 + (units * h) / 2)));
          return Array.from({ length: units }, () => h);
        });
      });
      expectClose(await lstm(x, plain), expected, lstm.allowed(x, plain), 2 ** -46);
    }),
    law('with a closed output gate the result is 0', runs, async (lstm, x, weights) => {
      const shut = { ...weights, output: filled(weights.output, 0, -40) };
      const h = await lstm(x, shut);
      expectClose(
        h,
        mapNumbers(h, () => 0),
        5e-18,
      );
    }),
    packedWeights(runs.map(([x, weights]) => ({ x, state: [], weights }))),
  ],

  misconceptions,

  rounding: (r, x, weights, options) => {
    const units = 'w' in weights ? weights.b.length / 4 : weights.forget.b.length;
    const rest = (): Rounded[][] => x.map(() => Array.from({ length: units }, () => r.exact(0)));
    let state = { h: rest(), c: rest() };
    const states = nth(x, 0).map((_, t) => {
      state = roundedStep(
        r,
        x.map((steps) => nth(steps, t)),
        state,
        weights,
        options,
      );
      return state.h;
    });
    return x.map((_, n) => states.map((h) => nth(h, n)));
  },
};

function withoutState({ w, b }: { w: Matrix; b: Vector }, units: number): { w: Matrix; b: Vector } {
  return { w: w.map((row, r) => (r < units ? row.map(() => 0) : row)), b };
}
