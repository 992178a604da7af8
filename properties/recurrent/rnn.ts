import { rnn as reference, rnnGradient } from '../../reference/recurrent/rnn.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './rnn.cases.ts';
import { misconceptions } from './rnn.misconceptions.ts';
import { RNN_WEIGHTS, type RnnWeightsOf, rnnRuns, roundedRnnStates, turned, unitsTurned } from './shared/rnn-inputs.ts';
import { pastAlone } from './shared/rnn-laws.ts';

export type Rnn = (x: Sequence, weights: RnnWeightsOf) => Sequence;

export const rnn: Entry<Rnn> = {
  id: 'rnn',
  lecture: 7,
  title: 'Recurrent layer over a sequence',
  latex: String.raw`h_t = \tanh(x_t W_x + h_{t-1} W_h + b), \qquad h_0 = 0`,
  source: ['Elman (1990), Finding structure in time', 'Lecture 7'],
  parameters: { x: is.sequence(), weights: RNN_WEIGHTS },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/recurrent/rnn.ts'),
  gradient: { wrt: ['x', 'weights'], reference: rnnGradient },

  inputs: rnnRuns,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    pastAlone<Rnn>(rnnRuns),
    sampleIndependence<Rnn>(rnnRuns),
    law('it equals its concatenated form', rnnRuns, async (rnn, x, { wx, wh, b }) => {
      const states = await rnn(x, { wx, wh, b });
      const allowed = rnn.allowed(x, { wx, wh, b });
      const before = (n: number, t: number): number[] => (t === 0 ? b.map(() => 0) : nth(nth(states, n), t - 1));
      // Every step alone, as the first and only one of a sample of its own: [h, x] times wh above wx.
      const joined = x.flatMap((steps, n) => steps.map((features, t) => [[...before(n, t), ...features]]));
      const stacked = { wx: [...wh, ...wx], wh: mapNumbers(wh, () => 0), b };
      // A state that is off by e moves the drives of the next by at most |e| |wh|.
      const moved = allowed.flatMap((steps) =>
        steps.map((_, t) => [
          b.map((_, j) => wh.reduce((sum, row, k) => sum + Math.abs(nth(row, j)) * (steps[t - 1]?.[k] ?? 0), 0)),
        ]),
      );
      expectClose(
        await rnn(joined, stacked),
        states.flatMap((steps) => steps.map((h) => [h])),
        rnn.allowed(joined, stacked),
        allowed.flatMap((steps) => steps.map((h) => [h])),
        moved,
      );
    }),
    law('without recurrent weights the steps may change places', rnnRuns, async (rnn, x, { wx, wh, b }) => {
      const apart = { wx, wh: mapNumbers(wh, () => 0), b };
      const backwards = x.map(turned);
      expectClose(
        await rnn(backwards, apart),
        (await rnn(x, apart)).map(turned),
        rnn.allowed(backwards, apart),
        rnn.allowed(x, apart).map(turned),
      );
    }),
    law('the opposite inputs and biases give the opposite states', rnnRuns, async (rnn, x, weights) => {
      const negate = (v: number): number => 0 - v;
      const opposite = { ...weights, b: weights.b.map(negate) };
      const allowed = rnn.allowed(x, weights);
      expectClose(
        await rnn(mapNumbers(x, negate), opposite),
        mapNumbers(await rnn(x, weights), negate),
        allowed,
        allowed,
      );
    }),
    law('the order of the units does not matter', rnnRuns, async (rnn, x, weights) => {
      const other = unitsTurned(weights);
      const turn = (states: Sequence): Sequence => states.map((steps) => steps.map(turned));
      const [allowed, same] = [rnn.allowed(x, weights), rnn.allowed(x, other)];
      expectClose(await rnn(x, other), turn(await rnn(x, weights)), same, turn(allowed));
    }),
  ],

  misconceptions,

  rounding: (r, x, weights) => transposed(roundedRnnStates(r, x, weights)),
};
