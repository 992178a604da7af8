import { reparameterize, reparameterizeGradient } from '../../../reference/autoencoders/reparameterize.ts';
import { vaeLoss, vaeLossGradient } from '../../../reference/autoencoders/vae-loss.ts';
import { type NdArray, zip } from '../../../reference/ndarray.ts';
import { denseLayer, denseLayerGradient } from '../../../reference/perceptron/dense-layer.ts';
import { reparameterize as reparameterizeEntry } from '../../autoencoders/reparameterize.ts';
import { vaeLoss as vaeLossEntry } from '../../autoencoders/vae-loss.ts';
import { roundedActivations, roundedDrives } from '../../perceptron/shared/rounded-dense.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { drawn } from '../shared/drawn.ts';
import { lifted } from '../shared/lifted.ts';
import type { Model, RoundedWeights, Weights } from '../shared/model.ts';

const [SAMPLES, HIDDEN, LATENT, STEPS] = [12, 6, 2, 20];

/** Points around (1, 1/2) and (-1, -1/2). */
export const points: NdArray = clusters();

/** The noise of each step, drawn anew. */
export const noises: readonly NdArray[] = Array.from({ length: STEPS }, (_, k) => drawn([SAMPLES, LATENT], 100 + k, 1));

/** A variational autoencoder: one hidden layer in the encoder and one in the decoder, both of hyperbolic tangents. */
export const vae: Model = {
  name: 'variational autoencoder',
  weights: {
    encoderW: drawn([2, HIDDEN], 1, 0.7),
    encoderB: drawn([HIDDEN], 2, 0.1),
    meanW: drawn([HIDDEN, LATENT], 3, 0.5),
    meanB: drawn([LATENT], 4, 0.1),
    varianceW: drawn([HIDDEN, LATENT], 5, 0.5),
    varianceB: drawn([LATENT], 6, 0.1),
    decoderW: drawn([LATENT, HIDDEN], 7, 0.7),
    decoderB: drawn([HIDDEN], 8, 0.1),
    outputW: drawn([HIDDEN, 2], 9, 0.5),
    outputB: drawn([2], 10, 0.1),
  },
  steps: STEPS,
  adam: { learningRate: 0.05, beta1: 0.9, beta2: 0.99, epsilon: 1e-3 },
  byHand,
  rounded,
};

function byHand(weights: Weights, step: number): { loss: number; gradient: Weights } {
  const layer = (name: string): [w: NdArray, b: NdArray] => [
    weights[`${name}W`] as NdArray,
    weights[`${name}B`] as NdArray,
  ];
  const noise = noises[step] as NdArray;
  const hidden = denseLayer(points, ...layer('encoder'), 'tanh');
  const mean = denseLayer(hidden, ...layer('mean'));
  const logVariance = denseLayer(hidden, ...layer('variance'));
  const code = reparameterize(mean, logVariance, noise);
  const decoded = denseLayer(code, ...layer('decoder'), 'tanh');
  const reconstruction = denseLayer(decoded, ...layer('output'));

  const byLoss = vaeLossGradient(1, points, reconstruction, mean, logVariance);
  const output = denseLayerGradient(byLoss.reconstruction, decoded, ...layer('output'));
  const decoder = denseLayerGradient(output.x, code, ...layer('decoder'), 'tanh');
  const byCode = reparameterizeGradient(decoder.x, mean, logVariance, noise);
  const byMean = denseLayerGradient(sum(byLoss.mean, byCode.mean), hidden, ...layer('mean'));
  const byVariance = denseLayerGradient(sum(byLoss.logVariance, byCode.logVariance), hidden, ...layer('variance'));
  const encoder = denseLayerGradient(sum(byMean.x, byVariance.x), points, ...layer('encoder'), 'tanh');
  return {
    loss: vaeLoss(points, reconstruction, mean, logVariance),
    gradient: {
      encoderW: encoder.w,
      encoderB: encoder.b,
      meanW: byMean.w,
      meanB: byMean.b,
      varianceW: byVariance.w,
      varianceB: byVariance.b,
      decoderW: decoder.w,
      decoderB: decoder.b,
      outputW: output.w,
      outputB: output.b,
    },
  };
}

function rounded(r: Rounding, weights: RoundedWeights, step: number): Rounded {
  const layer = (x: Rounded[][], name: string, activation: 'tanh' | 'identity'): Rounded[][] =>
    roundedActivations(r, roundedDrives(r, x, weights.matrix(`${name}W`), weights.vector(`${name}B`)), activation);
  const x = lifted(r, points);
  const hidden = layer(x, 'encoder', 'tanh');
  const [mean, logVariance] = [layer(hidden, 'mean', 'identity'), layer(hidden, 'variance', 'identity')];
  const noise = lifted(r, noises[step] as NdArray);
  const code = reparameterizeEntry.rounding(r, mean, logVariance, noise, { fromVariance: false }) as Rounded[][];
  const reconstruction = layer(layer(code, 'decoder', 'tanh'), 'output', 'identity');
  return vaeLossEntry.rounding(r, x, reconstruction, mean, logVariance, { beta: r.exact(1) }) as Rounded;
}

function sum(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (x, y) => x + y);
}

function clusters(): NdArray {
  const around = drawn([SAMPLES, 2], 99, 0.25);
  for (let n = 0; n < SAMPLES; n++) {
    const side = n % 2 === 0 ? 1 : -1;
    around.set(n, 0, Math.fround(around.get(n, 0) + side));
    around.set(n, 1, Math.fround(around.get(n, 1) + side / 2));
  }
  return around;
}
