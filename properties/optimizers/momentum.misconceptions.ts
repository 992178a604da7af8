import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { Momentum } from './momentum.ts';

/** a x + b y, element by element. */
const mixed = (a: number, x: Vector, b: number, y: Vector): Vector => x.map((xi, i) => a * xi + b * nth(y, i));

export const misconceptions: readonly Misconception<Momentum>[] = [
  {
    id: 'momentum/averaged',
    title: 'the gradient enters with a factor 1 - gamma',
    hint: 'm is a decayed sum and no average: add the whole gradient to gamma m.',
    caughtBy: 'm is the sum of all gradients, each decayed by gamma for every step since',
    implementation: (state, gradient, { learningRate, gamma }) => {
      const m = mixed(gamma, state.m, 1 - gamma, gradient);
      return { theta: mixed(1, state.theta, -learningRate, m), m };
    },
  },
  {
    id: 'momentum/learning-rate-in-momentum',
    title: 'the learning rate is part of m',
    hint: 'm sums bare gradients: add the gradient itself to gamma m, and multiply by the learning rate only where m is subtracted from the parameters.',
    caughtBy: 'm is the sum of all gradients, each decayed by gamma for every step since',
    implementation: (state, gradient, { learningRate, gamma }) => {
      const m = mixed(gamma, state.m, learningRate, gradient);
      return { theta: mixed(1, state.theta, -1, m), m };
    },
    readings: [
      // the velocity, which is added
      (state, gradient, { learningRate, gamma }) => {
        const m = mixed(gamma, state.m, -learningRate, gradient);
        return { theta: mixed(1, state.theta, 1, m), m };
      },
    ],
  },
  {
    id: 'momentum/old-momentum',
    title: 'the parameters move by the m of the step before',
    hint: 'Update m first, then move the parameters by the new m.',
    caughtBy: 'one step',
    implementation: (state, gradient, { learningRate, gamma }) => ({
      theta: mixed(1, state.theta, -learningRate, state.m),
      m: mixed(gamma, state.m, 1, gradient),
    }),
  },
  {
    id: 'momentum/nesterov',
    title: 'the step looks ahead as Nesterov does',
    hint: 'Plain momentum moves the parameters by m itself; gamma m + g is what Nesterov takes.',
    caughtBy: 'one step',
    implementation: (state, gradient, { learningRate, gamma }) => {
      const m = mixed(gamma, state.m, 1, gradient);
      return { theta: mixed(1, state.theta, -learningRate, mixed(gamma, m, 1, gradient)), m };
    },
  },
];
