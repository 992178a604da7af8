import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { LstmCell, State } from './lstm-cell.ts';
import { gateOf, type LstmWeightsOf, lstmWeights, separateWeights, ZERO_WEIGHTS } from './shared/lstm-inputs.ts';

const zeros = ZERO_WEIGHTS;
const biased = (forget: number, input: number, candidate: number, output: number): LstmWeightsOf => ({
  forget: gateOf(0, 0, forget),
  input: gateOf(0, 0, input),
  candidate: gateOf(0, 0, candidate),
  output: gateOf(0, 0, output),
});
const cellOf = (h: number, c: number): State => ({ h: [[h]], c: [[c]] });
const ln3 = Math.log(3);
const twoUnits: LstmWeightsOf = lstmWeights(
  take([0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375]),
  1,
  2,
);
const square: LstmWeightsOf = lstmWeights(
  take([-0.75, 1, 0.5, -1.5, 1.25, 0.25, -2, 0.875, 1.125, -0.375, 0.0625]),
  2,
  2,
);

export const edges: Entry<LstmCell>['edges'] = {
  'one of everything': [[[1.5]], cellOf(-0.5, 0.75), lstmWeights(take([0.5, -1.25, 0.75, 1.5, -0.25]), 1, 1)],
  'cells of 8': [[[1, -0.5]], { h: [[0.25, -0.75]], c: [[8, -8]] }, square],
  'as many features as units': [[[1, -0.5]], { h: [[0.25, -0.75]], c: [[1.5, -1]] }, square],
  'more units than features': [
    [[2], [-1]],
    {
      h: [
        [0.5, 1],
        [-1, 0.25],
      ],
      c: [
        [1, -2],
        [0.5, 0],
      ],
    },
    twoUnits,
  ],
  'from rest': [[[2]], { h: [[0, 0]], c: [[0, 0]] }, twoUnits],
  'no input': [[[0]], { h: [[0.5, -0.5]], c: [[1, 2]] }, twoUnits],
  'weights of 0': [[[3]], cellOf(2, 1), zeros],
  'only biases': [[[3]], cellOf(2, 1), biased(1, -1, 0.5, 2)],
  'saturated gates': [[[1]], cellOf(0.5, -1.5), biased(9, -9, 3, 9)],
  decimals: [
    [[0.1]],
    { h: [[-0.7]], c: [[0.3]] },
    {
      forget: { w: [[0.3], [-0.7]], b: [1.1] },
      input: { w: [[0.9], [2.3]], b: [-0.1] },
      candidate: { w: [[-1.1], [0.7]], b: [0.3] },
      output: { w: [[0.2], [-0.9]], b: [0.7] },
    },
  ],
  'batch of 4': [
    [[1], [-2], [0.5], [3]],
    { h: [[0.5], [-0.5], [0.25], [-1]], c: [[1], [2], [-0.5], [0.75]] },
    {
      forget: { w: [[0.5], [-1]], b: [1] },
      input: { w: [[1.5], [0.25]], b: [-0.5] },
      candidate: { w: [[-1], [0.5]], b: [0.25] },
      output: { w: [[0.75], [-0.5]], b: [0.5] },
    },
  ],
};

export const extremeEdges: Entry<LstmCell>['edges'] = {
  'all gates open': [[[1]], cellOf(0.5, -1.5), biased(1000, 1000, 1000, 1000)],
  'all gates closed': [[[1]], cellOf(0.5, -1.5), biased(-1000, -1000, -1000, -1000)],
  'the cell kept': [[[1]], cellOf(0.5, -1.5), biased(1000, -1000, 500, 1000)],
  'a large cell': [[[1]], cellOf(0.5, 800), biased(1000, -1000, 500, 1000)],
  'a large input': [
    [[500]],
    cellOf(0, 1),
    {
      forget: gateOf(1, 2, 0),
      input: gateOf(1, -2, 0),
      candidate: gateOf(1, -2, 0),
      output: gateOf(1, 2, 0),
    },
  ],
};

export const illegal: Entry<LstmCell>['illegal'] = {
  'a hidden state of another batch': { args: [[[1]], { h: [[0], [0]], c: [[0]] }, zeros], names: 'state.h' },
  'a cell of another size': { args: [[[1]], { h: [[0]], c: [[0, 0]] }, zeros], names: 'state.c' },
  'a row missing': {
    args: [[[1]], cellOf(0, 0), { ...zeros, output: { w: [[0]], b: [0] } }],
    names: 'weights.output.w',
  },
  'a bias too many': {
    args: [[[1]], cellOf(0, 0), { ...zeros, input: { w: [[0], [0]], b: [0, 0] } }],
    names: 'weights.input.b',
  },
  'packed weights, not four gates': {
    args: [
      [[1]],
      cellOf(0, 0),
      {
        w: [
          [0, 0, 0],
          [0, 0, 0],
        ],
        b: [0, 0, 0],
      },
    ],
    names: 'weights.b',
  },
  'packed weights, a row missing': {
    args: [[[1]], cellOf(0, 0), { w: [[0, 0, 0, 0]], b: [0, 0, 0, 0] }],
    names: 'weights.w',
  },
  'an order for separate gates': {
    args: [[[1]], cellOf(0, 0), zeros, { gateOrder: 'ifco' }],
    names: 'options.gateOrder',
  },
};

export const hardCases: Entry<LstmCell>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one feature': (x) => x[0]?.length === 1,
  'one unit': (_x, { h }) => h[0]?.length === 1,
  'one feature and one unit': (x, { h }) => x[0]?.length === 1 && h[0]?.length === 1,
  'as many features as units, above 1': (x, { h }) => x[0]?.length === h[0]?.length && x[0]?.length !== 1,
  'more features than units': (x, { h }) => (x[0]?.length ?? 0) > (h[0]?.length ?? 0),
  'more units than features': (x, { h }) => (x[0]?.length ?? 0) < (h[0]?.length ?? 0),
  'from rest': (_x, { h, c }) => [...h, ...c].flat().every((v) => v === 0),
  'an entry of 0': (x) => x.flat().includes(0),
  'all weights alike': (_x, _state, weights) => new Set(separateWeights(weights).forget.w.flat()).size === 1,
};

export const worked: Entry<LstmCell>['worked'] = [
  {
    name: 'weights of 0',
    origin: 'by hand: every gate 1/2, the candidate 0; tanh(ln 3) is 8/10',
    args: [[[1]], cellOf(3, 2 * ln3), zeros],
    expected: cellOf(0.4, ln3),
  },
  {
    name: 'only biases',
    origin: 'by hand: the old cell is 0; i = 1/4, the candidate tanh(ln 3) = 4/5, o = 3/4',
    args: [[[1]], cellOf(3, 0), biased(ln3, -ln3, ln3, ln3)],
    expected: cellOf(0.75 * Math.tanh(0.2), 0.2),
  },
  {
    name: 'h before x',
    origin: 'by hand: drives h = 0 by the first row, x ln 3 by the second: f = 1/4, i = 1/2, candidate 0, o = 3/4',
    args: [
      [[1]],
      cellOf(0, 4 * ln3),
      {
        forget: gateOf(5, -ln3, 0),
        input: zeros.forget,
        candidate: zeros.forget,
        output: gateOf(-7, ln3, 0),
      },
    ],
    expected: cellOf(0.75 * 0.8, ln3),
  },
  {
    name: 'packed weights in the order of Keras',
    origin: 'by hand: columns i, f, c, o, rows x, h: i = 1/2, f = 1/4, candidate 0, o = 3/4',
    args: [
      [[1]],
      cellOf(0, 4 * ln3),
      {
        w: [
          [0, -ln3, 0, ln3],
          [2, 5, 3, -7],
        ],
        b: [0, 0, 0, 0],
      },
      { inputOrder: 'xh', gateOrder: 'ifco' },
    ],
    expected: cellOf(0.75 * 0.8, ln3),
  },
];
