import fc from 'fast-check';
import { bptt as reference } from '../../reference/recurrent/bptt.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './bptt.cases.ts';
import { misconceptions } from './bptt.misconceptions.ts';
import { lossOf, rnnTasks, roundedChunks, slopeOfLosses } from './shared/bptt-inputs.ts';
import { batchMean, biasAsInput, halfwayTargets, targetsMet, turnedUnits } from './shared/bptt-laws.ts';
import { RNN_WEIGHTS, type RnnWeightsOf } from './shared/rnn-inputs.ts';

export type Bptt = (x: Sequence, t: Sequence, weights: RnnWeightsOf) => RnnWeightsOf;

export const bptt: Entry<Bptt> = {
  id: 'bptt',
  lecture: 7,
  title: 'Backpropagation through time',
  latex: String.raw`\delta_t = \Bigl( \frac{h_t - t_t}{B} + \delta_{t+1} W_h^T \Bigr) \odot (1 - h_t^2), \qquad \frac{\partial L}{\partial W_x} = \sum_t x_t^T \delta_t, \quad \frac{\partial L}{\partial W_h} = \sum_t h_{t-1}^T \delta_t`,
  source: ['Werbos (1990), Backpropagation through time: what it does and how to do it', 'Lecture 7'],
  parameters: { x: is.sequence(), t: is.sequence(), weights: RNN_WEIGHTS },
  result: is.record({ wx: is.matrix(), wh: is.matrix(), b: is.vector() }, { name: 'Weights' }),

  reference,
  accelerated: () => import('../../accelerated/recurrent/bptt.ts'),

  inputs: rnnTasks,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'along any direction it is the slope of the loss',
      fc.tuple(rnnTasks, numbers(grid, 10)),
      async (bptt, [x, t, weights], drawn) => {
        const losses = (moved: RnnWeightsOf): number => lossOf(x, t, moved);
        const { along, slope, room } = slopeOfLosses(
          await bptt(x, t, weights),
          bptt.allowed(x, t, weights),
          weights,
          drawn,
          losses,
        );
        expectClose(along, slope, ...room);
      },
    ),
    batchMean<Bptt>(rnnTasks),
    targetsMet<Bptt>(rnnTasks),
    halfwayTargets<Bptt>(rnnTasks),
    biasAsInput<Bptt>(rnnTasks),
    turnedUnits<Bptt>(rnnTasks),
  ],

  misconceptions,

  rounding: (r, x, t, weights) => roundedChunks(r, x, t, weights, Infinity),
};
