import fc from 'fast-check';
import { lstmCellGradient, lstmCell as reference } from '../../reference/recurrent/lstm-cell.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { type Filler, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { misconceptions } from './lstm-cell.misconceptions.ts';
import {
  farDriven,
  type GateOf,
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

export type State = { h: Matrix; c: Matrix };
export type LstmCell = (x: Matrix, state: State, weights: LstmWeightsOf | PackedOf, options?: LstmOptionsOf) => State;
type Step = [x: Matrix, state: State, weights: LstmWeightsOf];

interface Sizes {
  B: number;
  features: number;
  units: number;
}
const sizes: fc.Arbitrary<Sizes> = fc.record({ B: size(3), features: size(3), units: size(3) });

/** A step of these sizes; one in ten starts from rest. */
function stepOf({ B, features, units }: Sizes, data: Filler, weights: Filler, chance: number): Step {
  const state = { h: data.matrix(B, units), c: data.matrix(B, units) };
  const rest = mapNumbers(state, () => 0);
  return [data.matrix(B, features), chance === 9 ? rest : state, lstmWeights(weights, features, units)];
}

const chance = fc.integer({ min: 0, max: 9 });
const steps: fc.Arbitrary<Step> = fc
  .tuple(sizes, numbers(mild, 27), numbers(weight, 84), chance)
  .map(([s, data, weights, c]) => stepOf(s, take(data), take(weights), c));
const gridSteps: fc.Arbitrary<Step> = fc
  .tuple(sizes, numbers(grid, 27), numbers(grid, 84), chance)
  .map(([s, data, weights, c]) => stepOf(s, take(data), take(weights), c));

const extremeSteps: fc.Arbitrary<Step> = fc.tuple(steps, farDriven).map(([[x, state, weights], drive]) => {
  const [far, driven] = drive(x, weights);
  return [far, state, driven];
});

const formedSteps: fc.Arbitrary<Parameters<LstmCell>> = fc
  .tuple(steps, lstmForms)
  .map(([[x, state, weights], formed]) => [x, state, ...formed(weights)]);

const one = (w: Matrix, b: number): GateOf => ({ w, b: [b] });
const zeroGate: GateOf = { w: [[0], [0]], b: [0] };
const zeros: LstmWeightsOf = { forget: zeroGate, input: zeroGate, candidate: zeroGate, output: zeroGate };
const biased = (forget: number, input: number, candidate: number, output: number): LstmWeightsOf => ({
  forget: one([[0], [0]], forget),
  input: one([[0], [0]], input),
  candidate: one([[0], [0]], candidate),
  output: one([[0], [0]], output),
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

export const lstmCell: Entry<LstmCell> = {
  id: 'lstmCell',
  lecture: 7,
  title: 'One step of a long short-term memory',
  latex: String.raw`c' = f \odot c + i \odot \tilde c, \qquad h' = o \odot \tanh(c')`,
  source: [
    'Hochreiter, Schmidhuber (1997), Long short-term memory',
    'Gers, Schmidhuber, Cummins (2000), Learning to forget: continual prediction with LSTM',
    'Lecture 7',
  ],
  parameters: {
    x: is.matrix(),
    state: is.record({ h: is.matrix(), c: is.matrix() }),
    weights: LSTM_WEIGHTS,
    options: is.options({
      inputOrder: is.choice(['hx', 'xh'], { default: 'hx', extended: true }),
      gateOrder: is.choice(['fico', 'ifco'], { optional: true, extended: true }),
    }),
  },
  result: is.record({ h: is.matrix(), c: is.matrix() }),

  reference,
  accelerated: () => import('../../accelerated/recurrent/lstm-cell.ts'),
  gradient: {
    wrt: ['x', 'state', 'weights'],
    reference: lstmCellGradient,
    inputs: fc.oneof({ arbitrary: steps, weight: 3 }, { arbitrary: formedSteps, weight: 2 }),
  },

  inputs: steps,
  extreme: extremeSteps,
  extended: formedSteps,

  edges: {
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
    'biases alone': [[[3]], cellOf(2, 1), biased(1, -1, 0.5, 2)],
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
  },
  extremeEdges: {
    'all gates open': [[[1]], cellOf(0.5, -1.5), biased(1000, 1000, 1000, 1000)],
    'all gates shut': [[[1]], cellOf(0.5, -1.5), biased(-1000, -1000, -1000, -1000)],
    'the cell kept': [[[1]], cellOf(0.5, -1.5), biased(1000, -1000, 500, 1000)],
    'a large cell': [[[1]], cellOf(0.5, 800), biased(1000, -1000, 500, 1000)],
    'a large input': [
      [[500]],
      cellOf(0, 1),
      {
        forget: one([[1], [2]], 0),
        input: one([[1], [-2]], 0),
        candidate: one([[1], [-2]], 0),
        output: one([[1], [2]], 0),
      },
    ],
  },
  illegal: {
    'a hidden state of another batch': { args: [[[1]], { h: [[0], [0]], c: [[0]] }, zeros], names: 'state.h' },
    'a cell of another size': { args: [[[1]], { h: [[0]], c: [[0, 0]] }, zeros], names: 'state.c' },
    'a row missing': {
      args: [[[1]], cellOf(0, 0), { ...zeros, output: one([[0]], 0) }],
      names: 'weights.output.w',
    },
    'a bias too many': {
      args: [[[1]], cellOf(0, 0), { ...zeros, input: { w: [[0], [0]], b: [0, 0] } }],
      names: 'weights.input.b',
    },
    'side by side, not four gates': {
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
    'side by side, a row missing': {
      args: [[[1]], cellOf(0, 0), { w: [[0, 0, 0, 0]], b: [0, 0, 0, 0] }],
      names: 'weights.w',
    },
    'an order for separate gates': {
      args: [[[1]], cellOf(0, 0), zeros, { gateOrder: 'ifco' }],
      names: 'options.gateOrder',
    },
  },
  hardCases: {
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
    'all weights alike': (_x, _state, weights) => new Set((weights as LstmWeightsOf).forget.w.flat()).size === 1,
  },

  worked: [
    {
      name: 'weights of 0',
      origin: 'by hand: every gate 1/2, the candidate 0; tanh(ln 3) is 8/10',
      args: [[[1]], cellOf(3, 2 * ln3), zeros],
      expected: cellOf(0.4, ln3),
    },
    {
      name: 'biases alone',
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
          forget: one([[5], [-ln3]], 0),
          input: zeroGate,
          candidate: zeroGate,
          output: one([[-7], [ln3]], 0),
        },
      ],
      expected: cellOf(0.75 * 0.8, ln3),
    },
    {
      name: 'side by side in the order of Keras',
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
  ],

  laws: [
    sampleIndependence<LstmCell>(steps, { batched: [0, 1] }),
    law('the hidden state is no larger than the tanh of the cell', steps, async (lstmCell, x, state, weights) => {
      const next = await lstmCell(x, state, weights);
      const allowed = lstmCell.allowed(x, state, weights);
      next.h.forEach((row, n) =>
        row.forEach((h, j) => {
          const cell = Math.abs(nth(nth(next.c, n), j));
          const room = nth(nth(allowed.h, n), j) + nth(nth(allowed.c, n), j);
          expectThat(Math.abs(h) <= Math.tanh(cell) + room, `|h[${n}][${j}]| is ${Math.abs(h)}, |c| is ${cell}`);
        }),
      );
    }),
    law('with weights of 0 half of the cell is kept', steps, async (lstmCell, x, state, weights) => {
      const none = mapNumbers(weights, () => 0);
      const expected = {
        h: state.c.map((row) => row.map((c) => Math.tanh(c / 2) / 2)),
        c: state.c.map((row) => row.map((c) => c / 2)),
      };
      expectClose(await lstmCell(x, state, none), expected, lstmCell.allowed(x, state, none), 2 ** -52);
    }),
    law('an open forget gate and a shut input gate keep the cell', steps, async (lstmCell, x, state, weights) => {
      const kept = mapGates(weights, ({ w, b }, name) => {
        if (name !== 'forget' && name !== 'input') return { w, b };
        return { w: mapNumbers(w, () => 0), b: b.map(() => (name === 'forget' ? 40 : -40)) };
      });
      const next = await lstmCell(x, state, kept);
      // sigmoid(40) is 1 - 4.2e-18
      const left = state.c.map((row) => row.map((c) => 5e-18 * (1 + Math.abs(c))));
      expectClose(next.c, state.c, lstmCell.allowed(x, state, kept).c, left);
    }),
    law('a shut forget gate drops the cell', steps, async (lstmCell, x, state, weights) => {
      const dropped = {
        ...weights,
        forget: { w: mapNumbers(weights.forget.w, () => 0), b: weights.forget.b.map(() => -40) },
      };
      const empty = { h: state.h, c: mapNumbers(state.c, () => 0) };
      const next = await lstmCell(x, state, dropped);
      const left = state.c.map((row) => row.map((c) => 5e-18 * Math.abs(c)));
      const allowed = lstmCell.allowed(x, state, dropped).c;
      expectClose(next.c, (await lstmCell(x, empty, dropped)).c, allowed, allowed, left);
    }),
    law('negating the cell and the candidate negates the step', steps, async (lstmCell, x, state, weights) => {
      const negate = (v: number): number => 0 - v;
      const turned = { h: state.h, c: mapNumbers(state.c, negate) };
      const opposite = { ...weights, candidate: mapNumbers(weights.candidate, negate) };
      const next = await lstmCell(x, state, weights);
      const allowed = lstmCell.allowed(x, state, weights);
      expectClose(await lstmCell(x, turned, opposite), mapNumbers(next, negate), allowed, allowed);
    }),
    law('a bias is the weight of an input that is always 1', gridSteps, async (lstmCell, x, state, weights) => {
      const widened = x.map((row) => [...row, 1]);
      const moved = mapGates(weights, ({ w, b }) => ({ w: [...w, b], b: b.map(() => 0) }));
      expectClose(
        await lstmCell(widened, state, moved),
        await lstmCell(x, state, weights),
        lstmCell.allowed(widened, state, moved),
        lstmCell.allowed(x, state, weights),
      );
    }),
    law('the order of the units is of no account', steps, async (lstmCell, x, state, weights) => {
      const turn = <T>(list: readonly T[]): T[] => [...list].reverse();
      const turned = (s: State): State => ({ h: s.h.map(turn), c: s.c.map(turn) });
      const others = mapGates(weights, ({ w, b }) => {
        const rows = [...turn(w.slice(0, b.length)), ...w.slice(b.length)];
        return { w: rows.map(turn), b: turn(b) };
      });
      const next = await lstmCell(x, state, weights);
      expectClose(
        await lstmCell(x, turned(state), others),
        turned(next),
        lstmCell.allowed(x, turned(state), others),
        turned(lstmCell.allowed(x, state, weights)),
      );
    }),
    law(
      'weights side by side, in any order, compute the same',
      fc.tuple(steps, lstmOrders),
      async (lstmCell, [x, state, weights], options) => {
        const together = packed(weights, options);
        expectClose(
          await lstmCell(x, state, together, options),
          await lstmCell(x, state, weights),
          lstmCell.allowed(x, state, together, options),
          lstmCell.allowed(x, state, weights),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 7, LSTM',
      printed: "W_i is called the forget layer's weights",
      holds: "W_i is the input gate's; the forget gate's is W_f",
    },
  ],

  rounding: (r, x, state, weights, options) => roundedStep(r, x, state, weights, options),
};
