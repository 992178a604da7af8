import type { Misconception } from '../entry/entry.ts';
import type { Bptt } from './bptt.ts';
import { type BpttParts, plainBptt } from './shared/plain-bptt.ts';

const variant =
  (parts: Partial<BpttParts>): Bptt =>
  (x, t, weights) =>
    plainBptt(parts, x, t, weights);

export const misconceptions: readonly Misconception<Bptt>[] = [
  {
    id: 'bptt/one-step',
    title: 'nothing flows back from a step to the one before',
    hint: 'A state also counts in all later steps: add what the next step passes back through wh to the error of each step.',
    caughtBy: 'the error of the last step flows back',
    implementation: variant({ flowsBack: () => false }),
  },
  {
    id: 'bptt/last-step-only',
    title: 'the error of the last step alone is counted',
    hint: 'The loss has a term for every step: each state has an error of its own beside what flows back to it.',
    caughtBy: 'a state of 8/10',
    implementation: variant({ error: (h, target, at, T) => (at === T - 1 ? h - target : 0) }),
  },
  {
    id: 'bptt/summed',
    title: 'the gradient is summed over the batch',
    hint: 'The loss is the mean over the samples: divide by their number.',
    caughtBy: 'two samples, the mean',
    implementation: variant({ divisor: () => 1 }),
  },
  {
    id: 'bptt/derivative-missing',
    title: 'the derivative of tanh is left out',
    hint: 'The error of a state goes through tanh before it reaches the weights: multiply by 1 - h^2.',
    caughtBy: 'a state of 8/10',
    implementation: variant({ slope: () => 1 }),
  },
  {
    id: 'bptt/sign-flipped',
    title: 'the gradient has the opposite sign',
    hint: 'The derivative of one half of (h - t)^2 by h is h - t, not t - h: the gradient points uphill.',
    caughtBy: 'two samples, the mean',
    implementation: variant({ error: (h, target) => target - h }),
  },
];
