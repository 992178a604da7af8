import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { movedBy } from './shared/mlp-inputs.ts';
import { type BackpropParts, plainBackprop } from './shared/plain-backprop.ts';
import type { TrainMlp } from './train-mlp.ts';

interface Parts {
  backprop: Partial<BackpropParts>;
  /** the factor of the learning rate */
  sign: number;
  /** steps made beyond those asked for */
  more: number;
}

/** Gradient descent with some of its parts exchanged. */
const variant =
  ({ backprop = {}, sign = -1, more = 0 }: Partial<Parts>): TrainMlp =>
  (x, t, layers, { learningRate, steps }) => {
    let trained = layers;
    for (let step = 0; step < steps + more; step++) {
      trained = movedBy(trained, plainBackprop(x, t, trained, backprop), sign * learningRate);
    }
    return trained;
  };

export const misconceptions: readonly Misconception<TrainMlp>[] = [
  {
    id: 'trainMlp/ascent',
    title: 'the gradient is added',
    hint: 'The gradient points to where the loss grows: go the other way.',
    caughtBy: 'one step of one weight',
    implementation: variant({ sign: 1 }),
  },
  {
    id: 'trainMlp/updated-weights-in-backward-pass',
    title: 'error signals go back through weights that have moved already',
    hint: 'Take the gradients of all layers first, at the weights of the forward pass; only then move any of them.',
    caughtBy: 'one step of two layers',
    implementation: (x, t, layers, { learningRate, steps }) =>
      variant({
        backprop: {
          passedBack: (w, gradient) =>
            w.map((row, i) => row.map((v, j) => v - learningRate * nth(nth(gradient, i), j))),
        },
      })(x, t, layers, { learningRate, steps }),
  },
  {
    id: 'trainMlp/one-step-short',
    title: 'one step too few',
    hint: 'Count the steps: with steps = 1 the weights must have moved once.',
    caughtBy: 'one step of one weight',
    implementation: variant({ more: -1 }),
  },
  {
    id: 'trainMlp/summed',
    title: 'gradients summed over the batch instead of averaged',
    hint: 'The loss is a mean over the samples, and so is its gradient.',
    caughtBy: 'the whole batch twice trains alike',
    implementation: variant({ backprop: { divisor: () => 1 } }),
  },
];
