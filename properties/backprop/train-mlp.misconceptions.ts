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

/** Learning rates that are written into code, 1 where there is none. */
const RATES = [1, 0.1, 0.01, 0.001, 0.5, 0.05, 0.2, 0.3, 0.25, 0.9];

const withRate =
  (learningRate: number): TrainMlp =>
  (x, t, layers, { steps }) =>
    variant({})(x, t, layers, { learningRate, steps });

/** Error signals go back through weights that have moved already. */
const moving = (learningRate: number): Partial<BackpropParts> => ({
  passedBack: (w, gradient) => w.map((row, i) => row.map((v, j) => v - learningRate * nth(nth(gradient, i), j))),
});

/** Steps by the gradient of one sample: `of` names the samples of a step, one after another. */
const bySamples =
  (
    of: (step: number, N: number) => number[],
    rate: (learningRate: number, N: number) => number,
    parts: (learningRate: number) => Partial<BackpropParts> = () => ({}),
  ): TrainMlp =>
  (x, t, layers, { learningRate, steps }) => {
    let trained = layers;
    for (let step = 0; step < steps; step++) {
      for (const n of of(step, x.length)) {
        const gradient = plainBackprop([nth(x, n)], [nth(t, n)], trained, parts(learningRate));
        trained = movedBy(trained, gradient, -rate(learningRate, x.length));
      }
    }
    return trained;
  };

const everySample = (_step: number, N: number): number[] => Array.from({ length: N }, (_, n) => n);

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
      variant({ backprop: moving(learningRate) })(x, t, layers, { learningRate, steps }),
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
  {
    id: 'trainMlp/learning-rate-ignored',
    title: 'a step size of its own, whatever the learning rate',
    hint: 'The learning rate is an argument: multiply the gradient by learningRate before it is taken off.',
    caughtBy: 'one step of one weight',
    implementation: withRate(nth(RATES, 0)),
    readings: RATES.slice(1).map(withRate),
  },
  {
    id: 'trainMlp/one-sample-at-a-time',
    title: 'the weights move after each sample instead of once per step',
    hint: 'One step is one move by the mean gradient of the whole batch: go through all samples at the same weights first.',
    caughtBy: 'three samples, one of them met',
    implementation: bySamples(everySample, (learningRate) => learningRate),
    readings: [
      bySamples(everySample, (learningRate, N) => learningRate / N),
      bySamples(
        (step, N) => [step % N],
        (learningRate) => learningRate,
      ),
      bySamples(everySample, (learningRate) => learningRate, moving),
    ],
  },
];
