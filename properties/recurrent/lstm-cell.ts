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
import { edges, extremeEdges, hardCases, illegal, worked } from './lstm-cell.cases.ts';
import { misconceptions } from './lstm-cell.misconceptions.ts';
import {
  farDriven,
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
import { biasAsWeight, packedWeights } from './shared/lstm-laws.ts';

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
    options: LSTM_OPTIONS,
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

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

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
    law('an open forget gate and a closed input gate keep the cell', steps, async (lstmCell, x, state, weights) => {
      const kept = mapGates(weights, ({ w, b }, name) => {
        if (name !== 'forget' && name !== 'input') return { w, b };
        return { w: mapNumbers(w, () => 0), b: b.map(() => (name === 'forget' ? 40 : -40)) };
      });
      const next = await lstmCell(x, state, kept);
      // sigmoid(40) is 1 - 4.2e-18
      const left = state.c.map((row) => row.map((c) => 5e-18 * (1 + Math.abs(c))));
      expectClose(next.c, state.c, lstmCell.allowed(x, state, kept).c, left);
    }),
    law('a closed forget gate drops the cell', steps, async (lstmCell, x, state, weights) => {
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
    biasAsWeight(gridSteps.map(([x, state, weights]) => ({ x, state: [state], weights }))),
    law('the order of the units does not matter', steps, async (lstmCell, x, state, weights) => {
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
    packedWeights(steps.map(([x, state, weights]) => ({ x, state: [state], weights }))),
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
