import type { Misconception } from '../entry/entry.ts';
import type { Backprop } from './backprop.ts';
import { type BackpropParts, plainBackprop } from './shared/plain-backprop.ts';

const variant =
  (parts: Partial<BackpropParts>): Backprop =>
  (x, t, layers) =>
    plainBackprop(x, t, layers, parts);

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const slopeAtActivation = (a: number): number => sigmoid(a) * (1 - sigmoid(a));

const drive: BackpropParts['input'] = (_activation, z) => z;

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
  {
    id: 'backprop/raw-error-passed-back',
    title: 'the error goes back through the weights without the derivative of the sigmoid',
    hint: 'Pass back the error signal, error times derivative: the error alone has not gone through the sigmoid of its layer yet.',
    caughtBy: 'two layers',
    implementation: variant({ signal: (_delta, arriving) => arriving }),
  },
  {
    id: 'backprop/drive-as-input',
    title: 'drives of the layer before where its activations belong',
    hint: 'A weight is multiplied with the activation of the layer before, not with its drive: the gradient is that activation times the error signal.',
    caughtBy: 'two layers',
    implementation: variant({ input: drive }),
    // the forward pass may go wrong in the same way
    readings: [variant({ input: drive, passedOn: drive })],
  },
  {
    id: 'backprop/derivative-at-activation',
    title: "the derivative of the sigmoid is taken at the activation, s'(a)",
    hint: 'a is the sigmoid of the drive already: write the derivative with a itself, a (1 - a), or take it at the drive.',
    caughtBy: 'two layers',
    implementation: variant({ outputSlope: slopeAtActivation, hiddenSlope: slopeAtActivation }),
    readings: [variant({ outputSlope: slopeAtActivation }), variant({ hiddenSlope: slopeAtActivation })],
  },
];
