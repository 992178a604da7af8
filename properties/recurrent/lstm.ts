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
import { misconceptions } from './lstm.misconceptions.ts';
import {
  LSTM_WEIGHTS,
  type LstmOptionsOf,
  type LstmWeightsOf,
  lstmForms,
  lstmOrders,
  lstmWeights,
  mapGates,
  type PackedOf,
  packed,
  roundedStep,
  weight,
} from './shared/lstm-inputs.ts';

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

const gate = (ofH: number, ofX: number, bias: number): { w: Matrix; b: Vector } => ({ w: [[ofH], [ofX]], b: [bias] });
const zeros: LstmWeightsOf = {
  forget: gate(0, 0, 0),
  input: gate(0, 0, 0),
  candidate: gate(0, 0, 0),
  output: gate(0, 0, 0),
};
const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const single = lstmWeights(take(drawn), 1, 1);
const square = lstmWeights(take(drawn), 2, 2);
const ln3 = Math.log(3);

/** One weight of every sort replaced by a constant. */
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
    options: is.options({
      inputOrder: is.choice(['hx', 'xh'], { default: 'hx', extended: true }),
      gateOrder: is.choice(['fico', 'ifco'], { optional: true, extended: true }),
    }),
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

  edges: {
    'one of everything': [[[[1.5]]], single],
    'a cell that grows': [
      [[[1], [1], [1], [1], [1], [1]]],
      {
        forget: { w: [[0], [0]], b: [10] },
        input: { w: [[0], [0]], b: [10] },
        candidate: { w: [[0], [0]], b: [4] },
        output: { w: [[0], [0]], b: [0] },
      },
    ],
    'one step': [[[[1.5, -1]], [[0.5, 2]]], square],
    'one sample': [
      [
        [
          [1.5, -1],
          [0.5, 2],
          [0, -0.25],
        ],
      ],
      square,
    ],
    'as many samples as steps': [
      [
        [[1.5], [-1]],
        [[0.5], [2]],
      ],
      single,
    ],
    'more samples than steps': [
      [
        [[1.5], [-1]],
        [[0.5], [2]],
        [[0.25], [-2]],
      ],
      single,
    ],
    'no input': [[[[0], [0], [0]]], single],
    palindrome: [[[[1], [-2], [1]]], single],
    'weights of 0': [[[[1], [-2], [3]]], zeros],
    decimals: [
      [[[0.1]]],
      {
        forget: { w: [[0.3], [-0.7]], b: [1.1] },
        input: { w: [[0.9], [2.3]], b: [-0.1] },
        candidate: { w: [[-1.1], [0.7]], b: [0.3] },
        output: { w: [[0.2], [-0.9]], b: [0.7] },
      },
    ],
    'batch of 4, five steps': [
      [
        [[1], [-2], [0.5], [3], [-1]],
        [[0.5], [1], [-1], [2], [0.25]],
        [[-1], [0], [2], [1], [1.5]],
        [[2], [-0.5], [1], [-3], [0.5]],
      ],
      {
        forget: { w: [[0.5], [-1]], b: [1] },
        input: { w: [[1.5], [0.25]], b: [-0.5] },
        candidate: { w: [[-1], [0.5]], b: [0.25] },
        output: { w: [[0.75], [-0.5]], b: [0.5] },
      },
    ],
  },
  illegal: {
    'another number of features': { args: [[[[1, 2]]], single], names: 'weights.forget.w' },
    'an order for separate gates': { args: [[[[1]]], single, { gateOrder: 'fico' }], names: 'options.gateOrder' },
  },
  hardCases: {
    'one sample': (x) => x.length === 1,
    'several samples': (x) => x.length > 1,
    'one step': (x) => x[0]?.length === 1,
    'two steps': (x) => x[0]?.length === 2,
    'three steps or more': (x) => (x[0]?.length ?? 0) > 2,
    'as many samples as steps, above 1': (x) => x.length > 1 && x.length === x[0]?.length,
    'more samples than steps': (x) => x.length > (x[0]?.length ?? 0),
    'one feature': (x) => x[0]?.[0]?.length === 1,
    'two features, one unit': (x, weights) =>
      x[0]?.[0]?.length === 2 && (weights as LstmWeightsOf).forget.b.length === 1,
    'one feature, two units': (x, weights) =>
      x[0]?.[0]?.length === 1 && (weights as LstmWeightsOf).forget.b.length === 2,
    'an entry of 0': (x) => x.flat(2).includes(0),
  },

  worked: [
    {
      name: 'the candidate by its bias alone',
      origin: 'by hand: every gate 1/2, the candidate 4/5; c = 2/5, then 1/5 + 2/5, then 3/10 + 2/5',
      args: [[[[1], [-2], [3]]], { ...zeros, candidate: gate(0, 0, ln3) }],
      expected: [[[Math.tanh(0.4) / 2], [Math.tanh(0.6) / 2], [Math.tanh(0.7) / 2]]],
    },
    {
      name: 'the input at its own step',
      origin: 'by hand: every gate 1/2, the candidate 4/5 where x is 2 and 0 where it is 0',
      args: [
        [
          [[2], [0]],
          [[0], [2]],
        ],
        { ...zeros, candidate: gate(0, ln3 / 2, 0) },
      ],
      expected: [
        [[Math.tanh(0.4) / 2], [Math.tanh(0.2) / 2]],
        [[0], [Math.tanh(0.4) / 2]],
      ],
    },
  ],

  laws: [
    law('what comes later changes nothing before', runs, async (lstm, x, weights) => {
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
    law('with an output gate that is shut nothing shows', runs, async (lstm, x, weights) => {
      const shut = { ...weights, output: filled(weights.output, 0, -40) };
      const h = await lstm(x, shut);
      expectClose(
        h,
        mapNumbers(h, () => 0),
        5e-18,
      );
    }),
    law(
      'weights side by side, in any order, compute the same',
      fc.tuple(runs, lstmOrders),
      async (lstm, [x, weights], options) => {
        const together = packed(weights, options);
        expectClose(
          await lstm(x, together, options),
          await lstm(x, weights),
          lstm.allowed(x, together, options),
          lstm.allowed(x, weights),
        );
      },
      { extended: true },
    ),
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
