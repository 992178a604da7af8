import { expectShape, flat, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { denseLayer, denseLayerGradient } from '../perceptron/dense-layer.ts';
import { diffusionForward, diffusionForwardGradient, expectDiffusionForward } from './diffusion-forward.ts';

/** A linear predictor of the noise: `w` `[features, features]`, `b` `[features]`. */
export interface NoisePredictor {
  w: NdArray;
  b: NdArray;
}

/**
 * The simple loss of a diffusion model: the mean squared error of the noise that is predicted from noisy samples.
 *
 * $$L = \frac{1}{ND} \sum_{n=1}^{N} \sum_{d=1}^{D} (\epsilon_{nd} - \hat\epsilon_{nd})^2, \qquad
 *   \hat\epsilon = x_t W + b$$
 *
 * - $x$ `x` `[N, D]`: samples without noise; $x_t$ are the noisy ones that `diffusionForward` makes of them
 * - $\epsilon$ `noise` `[N, D]`: what is to be predicted
 * - $\bar\alpha$ `alphaBar` `[N]`: that of the step of each row, from 0 to 1
 * - $W$ `predictor.w` `[D, D]`, $b$ `predictor.b` `[D]`: a linear layer in the place of the network
 * - $L$ scalar
 *
 * The weights that the variational bound has for each step are left out, as in the paper.
 *
 * Error of a difference at most $\gamma_{D+7}$ of $|\epsilon| + |x_t| |W| + |b|$, with the sizes of its two terms
 * for $|x_t|$; with S the mean of the squares of these sums, that of the loss is at most $\gamma_{ND+2D+18} S$:
 * $\gamma_k = ku / (1 - ku)$, $u = 2^{-53}$.
 *
 * @throws {TypeError} An array is not an ndarray, or `predictor` is not an object.
 * @throws {RangeError} The first three are not what `diffusionForward` takes, `predictor.w` is not square with a row for
 * each feature, or `predictor.b` has another length.
 * @see Ho, Jain, Abbeel (2020), Denoising Diffusion Probabilistic Models, section 3.4, equation 14. Lecture 9.
 * @example diffusionLoss(matrix([[5]]), matrix([[10]]), vector([0.64]), { w: matrix([[1]]), b: vector([-3]) }) // 9
 */
export function diffusionLoss(x: NdArray, noise: NdArray, alphaBar: NdArray, predictor: NoisePredictor): number {
  expectDiffusionLoss(x, noise, alphaBar, predictor);
  const noisy = diffusionForward(x, noise, alphaBar);
  const squares = flat(differences(noisy, noise, predictor)).map((e) => e * e);
  return squares.reduce((total, e) => total + e, 0) / squares.length;
}

/**
 * The gradient of $v L$ by all arguments, with $v$ the upstream gradient, $\delta = \frac{2v}{ND} (\epsilon - \hat\epsilon)$ and
 * $\eta = -\delta W^\top$, the gradient by $x_t$, which `diffusionForwardGradient` hands on:
 *
 * $$\frac{\partial}{\partial W} = -x_t^\top \delta, \qquad \frac{\partial}{\partial b} = -\sum_{n=1}^{N} \delta_n, \qquad
 *   \frac{\partial}{\partial x_n} = \sqrt{\bar\alpha_n}\, \eta_n, \qquad
 *   \frac{\partial}{\partial \epsilon_n} = \delta_n + \sqrt{1 - \bar\alpha_n}\, \eta_n$$
 *
 * $$\frac{\partial}{\partial \bar\alpha_n} = \frac{1}{2} \sum_{d=1}^{D} \eta_{nd}
 *   \Bigl( \frac{x_{nd}}{\sqrt{\bar\alpha_n}} - \frac{\epsilon_{nd}}{\sqrt{1 - \bar\alpha_n}} \Bigr)$$
 */
export function diffusionLossGradient(
  upstream: number,
  x: NdArray,
  noise: NdArray,
  alphaBar: NdArray,
  predictor: NoisePredictor,
): { x: NdArray; noise: NdArray; alphaBar: NdArray; predictor: NoisePredictor } {
  expectDiffusionLoss(x, noise, alphaBar, predictor);
  const noisy = diffusionForward(x, noise, alphaBar);
  const delta = differences(noisy, noise, predictor);
  const scaled = tensor(
    delta.shape,
    flat(delta).map((e) => ((2 * upstream) / delta.size) * e),
  );
  const byPrediction = zip(scaled, scaled, (e) => -e);
  const { x: byNoisy, w, b } = denseLayerGradient(byPrediction, noisy, predictor.w, predictor.b);
  const through = diffusionForwardGradient(byNoisy, x, noise, alphaBar);
  return { ...through, noise: zip(scaled, through.noise, (own, handedOn) => own + handedOn), predictor: { w, b } };
}

/** What is to be predicted less what is predicted. */
function differences(noisy: NdArray, noise: NdArray, { w, b }: NoisePredictor): NdArray {
  return zip(noise, denseLayer(noisy, w, b), (e, predicted) => e - predicted);
}

/** @throws {TypeError | RangeError} The arguments are not what diffusionLoss takes. */
export function expectDiffusionLoss(x: NdArray, noise: NdArray, alphaBar: NdArray, predictor: NoisePredictor): void {
  expectDiffusionForward(x, noise, alphaBar);
  const [, D] = matrixShape('x', x); // equivalent mutant: `""` (x has been checked before)
  expectRecord('predictor', predictor);
  expectShape('predictor.w', predictor.w, [D, D], 'a row and a column for each feature of x');
  expectShape('predictor.b', predictor.b, [D], 'one entry for each feature of x');
}
