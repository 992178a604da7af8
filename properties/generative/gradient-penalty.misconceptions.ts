import type { CompleteForm, Misconception } from '../entry/entry.ts';
import { lengthOf, squaresOf } from '../generalization/shared/norms.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { GradientPenalty } from './gradient-penalty.ts';
import { mean } from './shared/gan-inputs.ts';
import { mixtures, slopes } from './shared/plain-critic.ts';

/** The mean over the samples of something else than the squared distance of the slope's norm from 1. */
const meanOf =
  (cost: (slope: Vector) => number): CompleteForm<GradientPenalty> =>
  (real, fake, u, critic) =>
    mean(slopes(mixtures(real, fake, u), critic).map(cost));

const cost = (slope: Vector): number => (lengthOf(slope) - 1) ** 2;
const right = meanOf(cost);

export const misconceptions: readonly Misconception<GradientPenalty>[] = [
  {
    id: 'gradientPenalty/one-sided',
    title: 'slopes below 1 cost nothing',
    hint: 'The penalty has two sides: a slope below 1 costs (norm - 1)^2 too.',
    caughtBy: 'a critic without weights behind its units pays 1',
    implementation: meanOf((slope) => Math.max(0, lengthOf(slope) - 1) ** 2),
  },
  {
    id: 'gradientPenalty/root-missing',
    title: 'the squared norm in the place of the norm',
    hint: 'Take the root of the sum of squares before 1 is subtracted.',
    caughtBy: 'a slope of 3 and 4',
    implementation: meanOf((slope) => (squaresOf(slope) - 1) ** 2),
  },
  {
    id: 'gradientPenalty/not-centred',
    title: 'the squared norm itself',
    hint: 'The slope is to be 1, not 0: subtract 1 from the norm before it is squared.',
    caughtBy: 'a slope of 3 and 4',
    implementation: meanOf(squaresOf),
  },
  {
    id: 'gradientPenalty/over-batch',
    title: 'one norm over the whole batch',
    hint: 'Each sample has a norm of its own: sum the squares over the features alone.',
    caughtBy: 'half way to ln 3, and at 0',
    clearOn: (real) => real.length > 1,
    implementation: (real, fake, u, critic) => cost(slopes(mixtures(real, fake, u), critic).flat()),
  },
  {
    id: 'gradientPenalty/summed',
    title: 'summed over the samples instead of averaged',
    hint: 'Divide by the number of samples: the penalty is the mean over the batch.',
    caughtBy: 'half way to ln 3, and at 0',
    clearOn: (real) => real.length > 1,
    rearrangesResult: (penalty, real) => penalty * real.length,
    implementation: (real, fake, u, critic) => right(real, fake, u, critic) * real.length,
  },
  {
    id: 'gradientPenalty/mixture-swapped',
    title: 'u is the share of the generated sample',
    hint: 'The mixture is u times the real sample plus 1 - u times the generated one.',
    caughtBy: 'half way to ln 3, and at 0',
    rearranges: (real, fake, u, critic) => [fake, real, u, critic],
    implementation: (real, fake, u, critic) => right(fake, real, u, critic),
  },
  {
    id: 'gradientPenalty/no-mixture',
    title: 'the slope at the samples themselves',
    hint: 'Take the slope between the samples, at u times the real one plus 1 - u times the generated one.',
    caughtBy: 'a quarter of the way, with a bias',
    implementation: (real, _, u, critic) => right(real, real, u, critic),
    // at the generated samples
    readings: [(_, fake, u, critic) => right(fake, fake, u, critic)],
  },
  {
    id: 'gradientPenalty/one-mixture-for-all',
    title: 'the first u for every sample',
    hint: 'Each sample has a u of its own.',
    caughtBy: 'half way to ln 3, and at 0',
    clearOn: (real) => real.length > 1,
    rearranges: (real, fake, u, critic) => [real, fake, u.map(() => nth(u, 0)), critic],
    implementation: (real, fake, u, critic) =>
      right(
        real,
        fake,
        u.map(() => nth(u, 0)),
        critic,
      ),
  },
  {
    id: 'gradientPenalty/derivative-missing',
    title: 'the slope of tanh is left out',
    hint: 'The gradient goes through the hidden units: each path w1 w2 is multiplied by 1 - tanh^2 of its unit.',
    caughtBy: 'half way to ln 3, and at 0',
    implementation: (real, fake, u, critic) => mean(slopes(mixtures(real, fake, u), critic, () => 1).map(cost)),
  },
  {
    id: 'gradientPenalty/weights-differentiated',
    title: 'the gradient by the weights, not by the input',
    hint: 'The norm is that of the gradient of the score by the mixture x, not by the weights of the critic.',
    caughtBy: 'a slope of 3 and 4',
    implementation: (real, fake, u, { w1, b1, w2 }) =>
      mean(
        mixtures(real, fake, u).map((x) => {
          const a = b1.map((b, k) => Math.tanh(x.reduce((sum, xi, i) => sum + xi * nth(nth(w1, i), k), b)));
          const delta = a.map((ak, k) => nth(w2, k) * (1 - ak ** 2));
          return cost([...a, ...delta, ...x.flatMap((xi) => delta.map((d) => xi * d))]);
        }),
      ),
  },
];
