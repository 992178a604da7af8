import type { Misconception } from '../entry/entry.ts';
import { plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { DiffusionLoss, Predictor } from './diffusion-loss.ts';

/** The noisy samples; of `signal` and `rest` the roots are the right ones. */
const forward = (x: Matrix, noise: Matrix, alphaBar: Vector, signal = Math.sqrt, rest = signal): Matrix =>
  x.map((row, n) => {
    const a = nth(alphaBar, n);
    return row.map((xi, d) => signal(a) * xi + rest(1 - a) * nth(nth(noise, n), d));
  });

/** The sum of the squared distances of two matrices. */
const distance = (a: Matrix, b: Matrix): number =>
  a.flatMap((row, n) => row.map((x, d) => (x - nth(nth(b, n), d)) ** 2)).reduce((sum, x) => sum + x, 0);

const predicted = (from: Matrix, { w, b }: Predictor): Matrix => plainDrives(from, w, b);
const right = (x: Matrix, noise: Matrix, alphaBar: Vector, predictor: Predictor): number =>
  distance(noise, predicted(forward(x, noise, alphaBar), predictor));
const count = (x: Matrix): number => x.flat().length;
const transposed = (w: Matrix): Matrix => w.map((_, i) => w.map((row) => nth(row, i)));
const itself = (a: number): number => a;

export const misconceptions: readonly Misconception<DiffusionLoss>[] = [
  {
    id: 'diffusionLoss/predicts-the-sample',
    title: 'the prediction is compared with the sample',
    hint: 'The predictor tells the noise: take the difference of noise and prediction, not that of x and prediction.',
    caughtBy: 'two samples of two, nothing predicted',
    implementation: (x, noise, alphaBar, predictor) =>
      distance(x, predicted(forward(x, noise, alphaBar), predictor)) / count(x),
    // with the noisy sample
    readings: [
      (x, noise, alphaBar, predictor) => {
        const noisy = forward(x, noise, alphaBar);
        return distance(noisy, predicted(noisy, predictor)) / count(x);
      },
    ],
  },
  {
    id: 'diffusionLoss/clean-input',
    title: 'the noise is predicted from the sample without noise',
    hint: 'Add the noise first: the predictor sees sqrt(alphaBar) x + sqrt(1 - alphaBar) noise, not x.',
    caughtBy: 'one sample of two',
    rearranges: (x, noise, alphaBar, predictor) => [x, noise, alphaBar.map(() => 1), predictor],
    implementation: (x, noise, _, predictor) => distance(noise, predicted(x, predictor)) / count(x),
  },
  {
    id: 'diffusionLoss/summed',
    title: 'summed over all elements instead of averaged',
    hint: 'Divide by the number of all elements, samples times features.',
    caughtBy: 'two samples of two, nothing predicted',
    clearOn: (x) => x.length > 1 && nth(x, 0).length > 1,
    rearrangesResult: (loss, x) => loss * count(x),
    implementation: right,
  },
  {
    id: 'diffusionLoss/per-sample',
    title: 'summed over the features, averaged over the samples',
    hint: 'The mean goes over all elements: divide by the number of features too.',
    caughtBy: 'two samples of two, nothing predicted',
    clearOn: (x) => x.length > 1 && nth(x, 0).length > 1,
    rearrangesResult: (loss, x) => loss * nth(x, 0).length,
    implementation: (x, noise, alphaBar, predictor) => right(x, noise, alphaBar, predictor) / x.length,
  },
  {
    id: 'diffusionLoss/root-missing',
    title: 'the noise is added without the square roots',
    hint: 'Sample and noise weigh sqrt(alphaBar) and sqrt(1 - alphaBar), the roots of their shares of the variance.',
    caughtBy: 'one sample of two',
    implementation: (x, noise, alphaBar, predictor) =>
      distance(noise, predicted(forward(x, noise, alphaBar, itself), predictor)) / count(x),
    // one of the two roots
    readings: [
      (x, noise, alphaBar, predictor) =>
        distance(noise, predicted(forward(x, noise, alphaBar, itself, Math.sqrt), predictor)) / count(x),
      (x, noise, alphaBar, predictor) =>
        distance(noise, predicted(forward(x, noise, alphaBar, Math.sqrt, itself), predictor)) / count(x),
    ],
  },
  {
    id: 'diffusionLoss/weights-transposed',
    title: 'the weights of the predictor are transposed',
    hint: 'The prediction is x_t w + b: feature i of x_t meets row i of w.',
    caughtBy: 'one sample of two',
    rearranges: (x, noise, alphaBar, { w, b }) => [x, noise, alphaBar, { w: transposed(w), b }],
    implementation: (x, noise, alphaBar, { w, b }) => right(x, noise, alphaBar, { w: transposed(w), b }) / count(x),
  },
  {
    id: 'diffusionLoss/bias-ignored',
    title: 'the bias of the predictor is ignored',
    hint: 'Add b to each row of the prediction.',
    caughtBy: 'one sample of two',
    rearranges: (x, noise, alphaBar, { w, b }) => [x, noise, alphaBar, { w, b: b.map(() => 0) }],
    implementation: (x, noise, alphaBar, { w, b }) => right(x, noise, alphaBar, { w, b: b.map(() => 0) }) / count(x),
  },
];
