import type { Misconception } from '../entry/entry.ts';
import { activation as functionOf } from '../perceptron/shared/activation.ts';
import { type LayerOf, plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix } from '../values/value.ts';
import type { AutoencoderFormula } from './autoencoder.ts';

const through = (x: Matrix, layers: readonly LayerOf[]): Matrix =>
  layers.reduce((a, { w, b, activation }) => plainDrives(a, w, b).map((row) => row.map(functionOf[activation])), x);

const distance = (x: Matrix, y: Matrix, of: (difference: number) => number): number =>
  total(x.flatMap((row, n) => row.map((xi, d) => of(xi - nth(nth(y, n), d)))));

const square = (x: number): number => x * x;

/** The right code and reconstruction, with another loss. */
const withLoss =
  (loss: (x: Matrix, reconstruction: Matrix) => number): AutoencoderFormula =>
  (x, encoder, decoder) => {
    const code = through(x, encoder);
    const reconstruction = through(code, decoder);
    return { code, reconstruction, loss: loss(x, reconstruction) };
  };

export const misconceptions: readonly Misconception<AutoencoderFormula>[] = [
  {
    id: 'autoencoder/summed',
    title: 'the loss is summed over the batch',
    hint: 'Divide the squared errors by the number of samples.',
    caughtBy: 'sum and back, two samples',
    implementation: withLoss((x, y) => distance(x, y, square)),
  },
  {
    id: 'autoencoder/averaged-over-features',
    title: 'the squared errors are averaged over the features too',
    hint: 'Sum the squared errors of a sample, and average only over the batch.',
    caughtBy: 'sum and back, two samples',
    implementation: withLoss((x, y) => distance(x, y, square) / x.flat().length),
  },
  {
    id: 'autoencoder/halved',
    title: 'half of the squared errors',
    hint: 'This loss has no factor of 1/2.',
    caughtBy: 'sum and back, two samples',
    implementation: withLoss((x, y) => distance(x, y, square) / (2 * x.length)),
  },
  {
    id: 'autoencoder/not-squared',
    title: 'the errors are not squared',
    hint: 'Square the differences between input and reconstruction.',
    caughtBy: 'sum and back, two samples',
    implementation: withLoss((x, y) => distance(x, y, Math.abs) / x.length),
  },
  {
    id: 'autoencoder/last-layer-linear',
    title: 'the last layer of the decoder has no activation',
    hint: 'The last layer has an activation like any other.',
    caughtBy: 'relu at both ends',
    implementation: (x, encoder, decoder) => {
      const linear = decoder.map(
        (layer, l): LayerOf => (l === decoder.length - 1 ? { ...layer, activation: 'identity' } : layer),
      );
      return withLoss((input, y) => distance(input, y, square) / x.length)(x, encoder, linear);
    },
  },
  {
    id: 'autoencoder/code-linear',
    title: 'the code is the drive of the last layer of the encoder',
    hint: 'The code has gone through the activation of the last layer of the encoder.',
    caughtBy: 'relu at both ends',
    implementation: (x, encoder, decoder) => {
      const linear = encoder.map(
        (layer, l): LayerOf => (l === encoder.length - 1 ? { ...layer, activation: 'identity' } : layer),
      );
      return withLoss((input, y) => distance(input, y, square) / x.length)(x, linear, decoder);
    },
  },
];
