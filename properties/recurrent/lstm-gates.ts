import fc from 'fast-check';
import { lstmGatesGradient, lstmGates as reference } from '../../reference/recurrent/lstm-gates.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './lstm-gates.misconceptions.ts';
import {
  farDriven,
  gateOf,
  LSTM_OPTIONS,
  LSTM_WEIGHTS,
  type LstmOptionsOf,
  type LstmWeightsOf,
  lstmForms,
  lstmWeights,
  mapGates,
  type PackedOf,
  roundedGates,
  separateWeights,
  weight,
  ZERO_WEIGHTS,
} from './shared/lstm-inputs.ts';
import { biasAsWeight, packedWeights } from './shared/lstm-laws.ts';

export type Gates = { forget: Matrix; input: Matrix; candidate: Matrix; output: Matrix };
export type LstmGates = (x: Matrix, h: Matrix, weights: LstmWeightsOf | PackedOf, options?: LstmOptionsOf) => Gates;
type Step = [x: Matrix, h: Matrix, weights: LstmWeightsOf];

const steps: fc.Arbitrary<Step> = fc
  .tuple(size(3), size(3), size(3), numbers(mild, 18), numbers(weight, 84), fc.integer({ min: 0, max: 9 }))
  .map(([B, features, units, drawn, weights, chance]) => {
    const data = take(drawn);
    const h = data.matrix(B, units);
    const w = lstmWeights(take(weights), features, units);
    return [data.matrix(B, features), chance === 9 ? mapNumbers(h, () => 0) : h, w];
  });

const formedSteps: fc.Arbitrary<Parameters<LstmGates>> = fc
  .tuple(steps, lstmForms)
  .map(([[x, h, weights], formed]) => [x, h, ...formed(weights)]);

const drawn = take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]);
const square = lstmWeights(drawn, 2, 2);
const ln3 = Math.log(3);

const at = (gates: Gates): [string, number][] =>
  Object.entries(gates).flatMap(([name, rows]) => rows.flat().map((value): [string, number] => [name, value]));

export const lstmGates: Entry<LstmGates> = {
  id: 'lstmGates',
  lecture: 7,
  title: 'Gates of a long short-term memory',
  latex: String.raw`f, i, o = \sigma([h, x] W_{f,i,o} + b_{f,i,o}), \qquad \tilde c = \tanh([h, x] W_c + b_c)`,
  source: [
    'Hochreiter, Schmidhuber (1997), Long short-term memory',
    'Gers, Schmidhuber, Cummins (2000), Learning to forget: continual prediction with LSTM',
    'Lecture 7',
  ],
  parameters: {
    x: is.matrix(),
    h: is.matrix(),
    weights: LSTM_WEIGHTS,
    options: LSTM_OPTIONS,
  },
  result: is.record({ forget: is.matrix(), input: is.matrix(), candidate: is.matrix(), output: is.matrix() }),

  reference,
  accelerated: () => import('../../accelerated/recurrent/lstm-gates.ts'),
  gradient: {
    wrt: ['x', 'h', 'weights'],
    reference: lstmGatesGradient,
    inputs: fc.oneof({ arbitrary: steps, weight: 3 }, { arbitrary: formedSteps, weight: 2 }),
  },

  inputs: steps,
  extreme: fc.tuple(steps, farDriven).map(([[x, h, weights], drive]) => {
    const [far, driven] = drive(x, weights);
    return [far, h, driven];
  }),
  extended: formedSteps,

  edges: {
    'one of everything': [[[1.5]], [[-0.5]], lstmWeights(take([0.5, -1.25, 0.75, 1.5, -0.25]), 1, 1)],
    'as many features as units': [[[1, -0.5]], [[0.25, -0.75]], square],
    'two samples': [
      [
        [1, -0.5],
        [2, 0.25],
      ],
      [
        [0.25, -0.75],
        [0, 1],
      ],
      square,
    ],
    'from rest': [[[2, 1]], [[0, 0]], square],
    'weights of 0': [[[3]], [[2]], ZERO_WEIGHTS],
    'only biases': [
      [[0]],
      [[0]],
      { forget: gateOf(1, 1, 1), input: gateOf(1, 1, -1), candidate: gateOf(1, 1, 0.5), output: gateOf(1, 1, 2) },
    ],
  },
  extremeEdges: {
    'all gates open': [[[1]], [[0.5]], mapGates(ZERO_WEIGHTS, ({ w }) => ({ w, b: [1000] }))],
    'all gates closed': [[[1]], [[0.5]], mapGates(ZERO_WEIGHTS, ({ w }) => ({ w, b: [-1000] }))],
    'a large input': [[[500]], [[0]], mapGates(ZERO_WEIGHTS, (_, name) => gateOf(1, name === 'input' ? -2 : 2, 0))],
  },
  illegal: {
    'a state of another batch': { args: [[[1]], [[0], [0]], ZERO_WEIGHTS], names: 'h' },
    'a state of another size': { args: [[[1]], [[0, 0]], ZERO_WEIGHTS], names: 'h' },
    'a row missing': {
      args: [[[1]], [[0]], { ...ZERO_WEIGHTS, output: { w: [[0]], b: [0] } }],
      names: 'weights.output.w',
    },
    'an order for separate gates': {
      args: [[[1]], [[0]], ZERO_WEIGHTS, { gateOrder: 'fico' }],
      names: 'options.gateOrder',
    },
  },
  hardCases: {
    'batch 1': (x) => x.length === 1,
    'batch above 1': (x) => x.length > 1,
    'one feature and one unit': (x, h) => x[0]?.length === 1 && h[0]?.length === 1,
    'as many features as units, above 1': (x, h) => x[0]?.length === h[0]?.length && x[0]?.length !== 1,
    'more features than units': (x, h) => (x[0]?.length ?? 0) > (h[0]?.length ?? 0),
    'more units than features': (x, h) => (x[0]?.length ?? 0) < (h[0]?.length ?? 0),
    'from rest': (_x, h) => h.flat().every((v) => v === 0),
    'all weights alike': (_x, _h, weights) => new Set(separateWeights(weights).forget.w.flat()).size === 1,
  },

  worked: [
    {
      name: 'weights of 0',
      origin: 'by hand: every gate 1/2, the candidate 0',
      args: [[[3]], [[2]], ZERO_WEIGHTS],
      expected: { forget: [[0.5]], input: [[0.5]], candidate: [[0]], output: [[0.5]] },
    },
    {
      name: 'drives of ln 3',
      origin: 'by hand: f = 3/4 by the bias, i = 1/4 by the state, the candidate 4/5 by the input, o = 1/10 by both',
      args: [
        [[2]],
        [[-1]],
        {
          forget: gateOf(0, 0, ln3),
          input: gateOf(ln3, 0, 0),
          candidate: gateOf(0, ln3 / 2, 0),
          output: gateOf(ln3, -ln3 / 2, 0),
        },
      ],
      expected: { forget: [[0.75]], input: [[0.25]], candidate: [[0.8]], output: [[0.1]] },
    },
    {
      name: 'packed weights in the order of Keras',
      origin: 'by hand: the same drives in columns i, f, c, o and rows x, h',
      args: [
        [[2]],
        [[-1]],
        {
          w: [
            [0, 0, ln3 / 2, -ln3 / 2],
            [ln3, 0, 0, ln3],
          ],
          b: [0, ln3, 0, 0],
        },
        { inputOrder: 'xh', gateOrder: 'ifco' },
      ],
      expected: { forget: [[0.75]], input: [[0.25]], candidate: [[0.8]], output: [[0.1]] },
    },
  ],

  laws: [
    law('gates lie between 0 and 1, the candidate between -1 and 1', steps, async (lstmGates, x, h, weights) => {
      for (const [name, value] of at(await lstmGates(x, h, weights))) {
        expectThat(value <= 1 && value >= (name === 'candidate' ? -1 : 0), `${name}: ${value}`);
      }
    }),
    sampleIndependence<LstmGates>(steps, { batched: [0, 1] }),
    law(
      'negating the weights turns each gate into 1 minus itself, and negates the candidate',
      steps,
      async (lstmGates, x, h, weights) => {
        const turned = mapNumbers(weights, (v) => 0 - v);
        const gates = await lstmGates(x, h, weights);
        const mirrored = {
          forget: mapNumbers(gates.forget, (v) => 1 - v),
          input: mapNumbers(gates.input, (v) => 1 - v),
          candidate: mapNumbers(gates.candidate, (v) => 0 - v),
          output: mapNumbers(gates.output, (v) => 1 - v),
        };
        const allowed = lstmGates.allowed(x, h, weights);
        expectClose(await lstmGates(x, h, turned), mirrored, allowed, lstmGates.allowed(x, h, turned), 2 ** -53);
      },
    ),
    biasAsWeight(steps.map(([x, h, weights]) => ({ x, state: [h], weights }))),
    law('a gate depends only on its own weights', steps, async (lstmGates, x, h, weights) => {
      const gates = await lstmGates(x, h, weights);
      const allowed = lstmGates.allowed(x, h, weights);
      for (const name of ['forget', 'input', 'candidate', 'output'] as const) {
        const alone = mapGates(weights, (gate, other) => (other === name ? gate : mapNumbers(gate, () => 0)));
        expectClose((await lstmGates(x, h, alone))[name], gates[name], allowed[name], allowed[name]);
      }
    }),
    packedWeights(steps.map(([x, h, weights]) => ({ x, state: [h], weights }))),
  ],

  misconceptions,

  rounding: (r, x, h, weights, options) => roundedGates(r, x, h, weights, options),
};
