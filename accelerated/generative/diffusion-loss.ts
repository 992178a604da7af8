import { expectDiffusionLoss, type NoisePredictor } from '../../reference/generative/diffusion-loss.ts';
import type { NdArray } from '../../reference/ndarray.ts';
import { autodiff, onDevice, upload } from '../device.ts';
import * as tf from '../tf.ts';
import { diffusionForwardTensors, type ForwardTensors } from './diffusion-forward.ts';

/** The loss of a diffusion model on the backend that is running; see the reference for the formula, shapes and errors. */
export async function diffusionLoss(
  x: NdArray,
  noise: NdArray,
  alphaBar: NdArray,
  predictor: NoisePredictor,
): Promise<number> {
  expectDiffusionLoss(x, noise, alphaBar, predictor);
  return onDevice(() =>
    diffusionLossTensors({
      x: upload(x),
      noise: upload(noise),
      alphaBar: upload(alphaBar),
      predictor: { w: upload(predictor.w), b: upload(predictor.b) },
    }),
  );
}

/** The gradient of upstream * diffusionLoss(...) by all arguments, by autodiff. */
export async function diffusionLossGradient(
  upstream: number,
  x: NdArray,
  noise: NdArray,
  alphaBar: NdArray,
  { w, b }: NoisePredictor,
): Promise<{ x: NdArray; noise: NdArray; alphaBar: NdArray; predictor: NoisePredictor }> {
  expectDiffusionLoss(x, noise, alphaBar, { w, b });
  return autodiff({ x, noise, alphaBar, predictor: { w, b } }, upstream, diffusionLossTensors);
}

interface LossTensors extends ForwardTensors {
  predictor: { w: tf.Tensor2D; b: tf.Tensor1D };
}

function diffusionLossTensors({ predictor, ...inputs }: LossTensors): tf.Tensor {
  const noisy = diffusionForwardTensors(inputs) as tf.Tensor2D;
  const prediction = tf.add(tf.matMul(noisy, predictor.w), predictor.b);
  return tf.mean(tf.squaredDifference(inputs.noise, prediction));
}
