import type { Entry } from '../entry/entry.ts';
import { take } from '../inputs/inputs.ts';
import type { GruCell } from './gru-cell.ts';
import { constantGate, gruWeights, mapGruGates, ZERO_GRU } from './shared/gru-inputs.ts';
import { gateOf } from './shared/lstm-inputs.ts';

const drawn = [0.5, -1.25, 0.75, 1.5, -0.25, 2, -1, 0.125, 1.75, -0.5, -1.5, 0.625, 0.375];
const small = gruWeights(take(drawn), 1, 1);
const square = gruWeights(take(drawn), 2, 2);
const wide = gruWeights(take(drawn), 1, 3);
const ln3 = Math.log(3);

export const edges: Entry<GruCell>['edges'] = {
  'one of everything': [[[1.5]], [[-0.5]], small],
  'one of everything, reset after': [[[1.5]], [[-0.5]], small, { resetAfter: true }],
  'as many features as units': [[[1, -0.5]], [[0.25, -0.75]], square],
  'as many features as units, reset after': [[[1, -0.5]], [[0.25, -0.75]], square, { resetAfter: true }],
  'two samples, three units': [
    [[1.5], [-1]],
    [
      [0.5, -1, 2],
      [1, 0.25, -0.5],
    ],
    wide,
    { resetAfter: false },
  ],
  'two samples, three units, reset after': [
    [[1.5], [-1]],
    [
      [0.5, -1, 2],
      [1, 0.25, -0.5],
    ],
    wide,
    { resetAfter: true },
  ],
  'three features, one unit': [[[1.5, -1, 0.25]], [[0.5]], gruWeights(take(drawn), 3, 1), {}],
  'from rest': [[[2, 1]], [[0, 0]], square, { resetAfter: true }],
  'no input': [[[0]], [[0.5, -0.5, 1]], wide],
  'weights of 0': [[[3]], [[2]], ZERO_GRU],
  'only biases': [[[3]], [[2]], { update: gateOf(0, 0, 1), reset: gateOf(0, 0, -1), candidate: gateOf(0, 0, 0.5) }],
  decimals: [
    [[0.1]],
    [[-0.7]],
    {
      update: { w: [[0.3], [-0.7]], b: [1.1] },
      reset: { w: [[0.9], [2.3]], b: [-0.1] },
      candidate: { w: [[-1.1], [0.7]], b: [0.3] },
    },
  ],
};

const biased = (bias: number): typeof ZERO_GRU => mapGruGates(ZERO_GRU, (gate) => constantGate(gate, bias));

export const extremeEdges: Entry<GruCell>['edges'] = {
  'all gates open': [[[1]], [[0.5]], biased(1000)],
  'all gates closed': [[[1]], [[0.5]], biased(-1000)],
  'all gates closed, reset after': [[[1]], [[0.5]], biased(-1000), { resetAfter: true }],
  'a large input': [
    [[500]],
    [[0.5]],
    { update: gateOf(1, -2, 0), reset: gateOf(1, 2, 0), candidate: gateOf(1, -2, 0) },
    { resetAfter: true },
  ],
};

export const illegal: Entry<GruCell>['illegal'] = {
  'a state of another batch': { args: [[[1]], [[0], [0]], ZERO_GRU], names: 'h' },
  'a state of another size': { args: [[[1]], [[0, 0]], ZERO_GRU], names: 'h' },
  'a row missing': {
    args: [[[1]], [[0]], { ...ZERO_GRU, candidate: { w: [[0]], b: [0] } }],
    names: 'weights.candidate.w',
  },
  'a bias too many': {
    args: [[[1]], [[0]], { ...ZERO_GRU, reset: { w: [[0], [0]], b: [0, 0] } }],
    names: 'weights.reset.b',
  },
};

export const hardCases: Entry<GruCell>['hardCases'] = {
  'batch 1': (x) => x.length === 1,
  'batch above 1': (x) => x.length > 1,
  'one feature and one unit': (x, h) => x[0]?.length === 1 && h[0]?.length === 1,
  'as many features as units, above 1': (x, h) => x[0]?.length === h[0]?.length && x[0]?.length !== 1,
  'more features than units': (x, h) => (x[0]?.length ?? 0) > (h[0]?.length ?? 0),
  'more units than features': (x, h) => (x[0]?.length ?? 0) < (h[0]?.length ?? 0),
  'from rest': (_x, h) => h.flat().every((v) => v === 0),
  'all weights alike': (_x, _h, { update }) => new Set(update.w.flat()).size === 1,
  'reset after, several units': (_x, h, _weights, options) => options?.resetAfter === true && (h[0]?.length ?? 0) > 1,
  'reset before, several units': (_x, h, _weights, options) => options?.resetAfter !== true && (h[0]?.length ?? 0) > 1,
  'reset before, given': (_x, _h, _weights, options) => options?.resetAfter === false,
};

/** Two units whose candidate takes both states, of which the first is reset to a quarter. */
const crossed = {
  update: {
    w: [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    b: [0, 0],
  },
  reset: {
    w: [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    b: [-ln3, ln3],
  },
  candidate: {
    w: [
      [ln3, 0],
      [ln3, ln3],
      [0, 0],
    ],
    b: [0, 0],
  },
};

export const worked: Entry<GruCell>['worked'] = [
  {
    name: 'weights of 0',
    origin: 'by hand: both gates 1/2, the candidate 0',
    args: [[[3]], [[2]], ZERO_GRU],
    expected: [[1]],
  },
  {
    name: 'the update gate keeps the state',
    origin: 'by hand: z = 3/4 by its bias, the candidate tanh(ln 3) = 4/5 by the input: 3/4 * 4 + 1/4 * 4/5',
    args: [[[1]], [[4]], { ...ZERO_GRU, update: gateOf(0, 0, ln3), candidate: gateOf(0, ln3, 0) }],
    expected: [[3.2]],
  },
  {
    name: 'h before x',
    origin: 'by hand: z = 1/4 by the state alone, the candidate 4/5 by the input alone: 1/4 * -1 + 3/4 * 4/5',
    args: [[[1]], [[-1]], { ...ZERO_GRU, update: gateOf(ln3, 0, 0), candidate: gateOf(0, ln3, 0) }],
    expected: [[0.35]],
  },
  {
    name: 'reset before the product',
    origin: 'by hand: r = 1/4 and 3/4, r h = 0 and 1 for the state 0 and 4/3: candidates tanh(ln 3) = 4/5, z = 1/2',
    args: [[[9]], [[0, 4 / 3]], crossed],
    expected: [[0.4, 2 / 3 + 0.4]],
  },
  {
    name: 'reset after the product',
    origin: 'by hand: h w_h = 4/3 ln 3 in both for the state 0 and 4/3, times r = 1/4 and 3/4; z = 1/2',
    args: [[[9]], [[0, 4 / 3]], crossed, { resetAfter: true }],
    expected: [[Math.tanh(ln3 / 3) / 2, 2 / 3 + 0.4]],
  },
  {
    name: 'the bias is not reset',
    origin: 'by hand: r = 1/4 of the state 0, the bias ln 3 whole: half of 4/5',
    args: [
      [[7]],
      [[0]],
      { ...ZERO_GRU, reset: gateOf(0, 0, -ln3), candidate: gateOf(5, 0, ln3) },
      { resetAfter: true },
    ],
    expected: [[0.4]],
  },
];
