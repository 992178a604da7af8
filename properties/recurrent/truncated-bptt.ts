import fc from 'fast-check';
import { truncatedBptt as reference } from '../../reference/recurrent/truncated-bptt.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, numbers } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Sequence } from '../values/value.ts';
import { errorOf, lossOf, rnnTasks, roundedChunks, slopeOfLosses } from './shared/bptt-inputs.ts';
import { batchMean, biasAsInput, halfwayTargets, targetsMet, turnedUnits } from './shared/bptt-laws.ts';
import { plainStates, plainStep } from './shared/plain-rnn.ts';
import { RNN_WEIGHTS, type RnnWeightsOf } from './shared/rnn-inputs.ts';
import { edges, hardCases, illegal, worked } from './truncated-bptt.cases.ts';
import { misconceptions } from './truncated-bptt.misconceptions.ts';

export type TruncatedBptt = (x: Sequence, t: Sequence, weights: RnnWeightsOf, steps: number) => RnnWeightsOf;
type Arguments = Parameters<TruncatedBptt>;

const tasks: fc.Arbitrary<Arguments> = fc
  .tuple(
    rnnTasks,
    fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 3 }), weight: 4 },
      { arbitrary: fc.integer({ min: 4, max: 6 }), weight: 1 },
    ),
  )
  .map(([[x, t, weights], steps]): Arguments => [x, t, weights, steps]);

/** The loss by weights that every chunk takes, each from the state that the weights themselves have led to. */
function chunkedLoss(x: Sequence, t: Sequence, weights: RnnWeightsOf, steps: number, moved: RnnWeightsOf): number {
  const states = x.map((inputs) => {
    const own = plainStates(inputs, weights);
    let h = weights.b.map(() => 0);
    return inputs.map((input, at) => {
      if (at > 0 && at % steps === 0) h = nth(own, at - 1);
      h = plainStep(input, h, moved);
      return h;
    });
  });
  return errorOf(states, t);
}

export const truncatedBptt: Entry<TruncatedBptt> = {
  id: 'truncatedBptt',
  lecture: 7,
  title: 'Truncated backpropagation through time',
  latex: String.raw`\delta_t = \Bigl( \frac{h_t - t_t}{B} + [k \nmid t]\, \delta_{t+1} W_h^T \Bigr) \odot (1 - h_t^2), \qquad \frac{\partial}{\partial W_x} = \sum_t x_t^T \delta_t, \quad \frac{\partial}{\partial W_h} = \sum_t h_{t-1}^T \delta_t`,
  source: [
    'Williams, Peng (1990), An efficient gradient-based algorithm for on-line training of recurrent network trajectories',
    'Lecture 7',
  ],
  parameters: { x: is.sequence(), t: is.sequence(), weights: RNN_WEIGHTS, steps: is.integer(1) },
  result: is.record({ wx: is.matrix(), wh: is.matrix(), b: is.vector() }, { name: 'Weights' }),

  reference,
  accelerated: () => import('../../accelerated/recurrent/truncated-bptt.ts'),

  inputs: tasks,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'along any direction it is the slope of the loss from the states between the chunks',
      fc.tuple(tasks, numbers(grid, 10)),
      async (truncatedBptt, [x, t, weights, steps], drawn) => {
        const { along, slope, room } = slopeOfLosses(
          await truncatedBptt(x, t, weights, steps),
          truncatedBptt.allowed(x, t, weights, steps),
          weights,
          drawn,
          (moved) => chunkedLoss(x, t, weights, steps, moved),
        );
        expectClose(along, slope, ...room);
      },
    ),
    law(
      'one chunk for all steps is the slope of the whole loss',
      fc.tuple(tasks, numbers(grid, 10)),
      async (truncatedBptt, [x, t, weights, steps], drawn) => {
        const all = nth(x, 0).length + steps - 1;
        const { along, slope, room } = slopeOfLosses(
          await truncatedBptt(x, t, weights, all),
          truncatedBptt.allowed(x, t, weights, all),
          weights,
          drawn,
          (moved) => lossOf(x, t, moved),
        );
        expectClose(along, slope, ...room);
      },
    ),
    batchMean<TruncatedBptt>(tasks),
    targetsMet<TruncatedBptt>(tasks),
    halfwayTargets<TruncatedBptt>(tasks),
    biasAsInput<TruncatedBptt>(tasks),
    turnedUnits<TruncatedBptt>(tasks),
  ],

  misconceptions,

  rounding: (r, x, t, weights, steps) => roundedChunks(r, x, t, weights, steps.value),
};
