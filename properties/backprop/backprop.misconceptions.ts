import type { Misconception } from '../entry/entry.ts';
import type { Backprop } from './backprop.ts';
import { type BackpropParts, plainBackprop } from './shared/plain-backprop.ts';

const variant =
  (parts: Partial<BackpropParts>): Backprop =>
  (x, t, layers) =>
    plainBackprop(x, t, layers, parts);

export const misconceptions: readonly Misconception<Backprop>[] = [
  {
    id: 'backprop/summed',
    title: 'summed over the batch instead of averaged',
    hint: 'The loss is a mean over the samples, and so is its gradient.',
    caughtBy: 'a batch has the mean of the gradients of its samples',
    implementation: variant({ divisor: () => 1 }),
  },
  {
    id: 'backprop/output-derivative-missing',
    title: 'the derivative of the sigmoid is missing at the last layer',
    hint: 'y - t is the derivative by the activation of the last layer; what takes it on to the drive?',
    caughtBy: 'one weight',
    implementation: variant({ outputSlope: () => 1 }),
  },
  {
    id: 'backprop/hidden-derivative-missing',
    title: 'the derivative of the sigmoid is missing at the hidden layers',
    hint: 'What comes back through the weights reaches the activation of a hidden unit, not yet its drive.',
    caughtBy: 'two layers',
    implementation: variant({ hiddenSlope: () => 1 }),
  },
  {
    id: 'backprop/sign-flipped',
    title: 'the negative of the gradient',
    hint: 'Differentiate (t - y)^2 by y: the inner derivative is -1. The step against the gradient comes later.',
    caughtBy: 'one weight',
    rearrangesResult: (gradients) =>
      gradients.map(({ w, b }) => ({ w: w.map((row) => row.map((x) => -x)), b: b.map((x) => -x) })),
    implementation: variant({ error: (y, t) => t - y }),
  },
  {
    id: 'backprop/factor-two',
    title: 'twice the gradient',
    hint: 'The loss has the factor one half: what is left of the 2 from the square?',
    caughtBy: 'one weight',
    rearrangesResult: (gradients) =>
      gradients.map(({ w, b }) => ({ w: w.map((row) => row.map((x) => 2 * x)), b: b.map((x) => 2 * x) })),
    implementation: variant({ error: (y, t) => 2 * (y - t) }),
  },
];
