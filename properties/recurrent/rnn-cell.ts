import fc from 'fast-check';
import type { RnnActivation } from '../../reference/recurrent/rnn-cell.ts';
import { rnnCell as reference, rnnCellGradient } from '../../reference/recurrent/rnn-cell.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { roundedActivations } from '../perceptron/shared/rounded-dense.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './rnn-cell.cases.ts';
import { misconceptions } from './rnn-cell.misconceptions.ts';
import { weight } from './shared/lstm-inputs.ts';
import { plainDrives } from './shared/plain-rnn.ts';
import {
  RNN_WEIGHTS,
  type RnnWeightsOf,
  rnnWeights,
  roundedRnnDrives,
  turned,
  unitsTurned,
} from './shared/rnn-inputs.ts';

export type RnnCell = (x: Matrix, h: Matrix, weights: RnnWeightsOf, activation?: RnnActivation) => Matrix;
type Arguments = Parameters<RnnCell>;

const activations = fc.constantFrom<(RnnActivation | undefined)[]>(undefined, 'tanh', 'sigmoid', 'relu');

const steps: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.record({ B: size(3), features: size(3), units: size(3) }),
    numbers(mild, 18),
    numbers(weight, 21),
    activations,
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([{ B, features, units }, drawn, weights, activation, chance]) => {
    const data = take(drawn);
    const h = data.matrix(B, units);
    const from = chance === 9 ? mapNumbers(h, () => 0) : h;
    return given(data.matrix(B, features), from, rnnWeights(take(weights), features, units), activation);
  });

/** Whether no drive of relu is so close to its kink that the steps of central differences may cross it. */
function clearOfKinks(...[x, h, weights, activation]: Arguments): boolean {
  if (activation !== 'relu') return true;
  return x.every((row, n) => plainDrives(row, nth(h, n), weights).every((z) => Math.abs(z) > 2 ** -3));
}

export const rnnCell: Entry<RnnCell> = {
  id: 'rnnCell',
  lecture: 7,
  title: 'One step of a recurrent layer',
  latex: String.raw`h' = f(x W_x + h W_h + b)`,
  source: ['Elman (1990), Finding structure in time', 'Lecture 7'],
  parameters: {
    x: is.matrix(),
    h: is.matrix(),
    weights: RNN_WEIGHTS,
    activation: is.choice(['tanh', 'sigmoid', 'relu'], { default: 'tanh' }),
  },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/rnn-cell.ts'),
  gradient: {
    wrt: ['x', 'h', 'weights'],
    reference: rnnCellGradient,
    inputs: steps.filter((args) => clearOfKinks(...args)),
    kinks: { 'drives of 0, relu': 'relu bends at drives of exactly 0' },
  },

  inputs: steps,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<RnnCell>(steps, { batched: [0, 1] }),
    law('it equals its concatenated form', fc.tuple(steps), async (rnnCell, [x, h, { wx, wh, b }, activation]) => {
      const joined = x.map((row, n) => [...nth(h, n), ...row]);
      const rest = mapNumbers(h, () => 0);
      const stacked = { wx: [...wh, ...wx], wh: mapNumbers(wh, () => 0), b };
      const usual: Arguments = given(x, h, { wx, wh, b }, activation);
      const together: Arguments = given(joined, rest, stacked, activation);
      const [allowed, same] = [rnnCell.allowed(...usual), rnnCell.allowed(...together)];
      expectClose(await rnnCell(...together), await rnnCell(...usual), same, allowed);
    }),
    law(
      'a bias is the weight of an input that is always 1',
      fc.tuple(steps),
      async (rnnCell, [x, h, { wx, wh, b }, activation]) => {
        const usual: Arguments = given(x, h, { wx, wh, b }, activation);
        const moved = { wx: [...wx, b], wh, b: b.map(() => 0) };
        const without: Arguments = given(
          x.map((row) => [...row, 1]),
          h,
          moved,
          activation,
        );
        const [allowed, same] = [rnnCell.allowed(...usual), rnnCell.allowed(...without)];
        expectClose(await rnnCell(...without), await rnnCell(...usual), same, allowed);
      },
    ),
    law(
      'the tanh of a drive is twice the sigmoid of its double, less 1',
      fc.tuple(steps),
      async (rnnCell, [x, h, weights]) => {
        const doubled = mapNumbers(weights, (v) => 2 * v);
        const gates = await rnnCell(x, h, doubled, 'sigmoid');
        const allowed = mapNumbers(rnnCell.allowed(x, h, doubled, 'sigmoid'), (error) => 2 * error);
        expectClose(
          await rnnCell(x, h, weights, 'tanh'),
          mapNumbers(gates, (s) => 2 * s - 1),
          rnnCell.allowed(x, h, weights, 'tanh'),
          allowed,
          2 ** -52,
        );
      },
    ),
    law(
      'by tanh the opposite input, state and bias give the opposite',
      fc.tuple(steps),
      async (rnnCell, [x, h, weights]) => {
        const negate = (v: number): number => 0 - v;
        const opposite = { ...weights, b: weights.b.map(negate) };
        const allowed = rnnCell.allowed(x, h, weights);
        const got = await rnnCell(mapNumbers(x, negate), mapNumbers(h, negate), opposite);
        expectClose(got, mapNumbers(await rnnCell(x, h, weights), negate), allowed, allowed);
      },
    ),
    law('by relu twice the weights give twice the state', fc.tuple(steps), async (rnnCell, [x, h, weights]) => {
      const doubled = mapNumbers(weights, (v) => 2 * v);
      const allowed = mapNumbers(rnnCell.allowed(x, h, weights, 'relu'), (error) => 2 * error);
      const expected = mapNumbers(await rnnCell(x, h, weights, 'relu'), (v) => 2 * v);
      expectClose(await rnnCell(x, h, doubled, 'relu'), expected, rnnCell.allowed(x, h, doubled, 'relu'), allowed);
    }),
    law('the order of the units does not matter', fc.tuple(steps), async (rnnCell, [x, h, weights, activation]) => {
      const usual: Arguments = given(x, h, weights, activation);
      const other: Arguments = given(x, h.map(turned), unitsTurned(weights), activation);
      const [allowed, same] = [rnnCell.allowed(...usual), rnnCell.allowed(...other)];
      expectClose(await rnnCell(...other), (await rnnCell(...usual)).map(turned), same, allowed.map(turned));
    }),
  ],

  misconceptions,

  rounding: (r, x, h, weights, activation) => roundedActivations(r, roundedRnnDrives(r, x, h, weights), activation),
};
