import { copied, expectShape, flat, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectChoice, expectFinite, expectList, expectRecord } from '../options.ts';
import { type MlpLayer, mlpForward, mlpForwardGradient } from '../perceptron/mlp-forward.ts';
import { ACTIVATIONS } from '../perceptron/shared/activate.ts';
import { layerUnits } from '../perceptron/shared/layer-units.ts';

export interface Autoencoder {
  /** `[N, K]` */
  code: NdArray;
  /** `[N, D]` */
  reconstruction: NdArray;
  loss: number;
}

/**
 * An autoencoder: what it makes of its input by way of a code, and how far that is from the input.
 *
 * $$h = f(x), \qquad \hat x = g(h), \qquad L = \frac{1}{N} \sum_{n=1}^{N} \sum_{d=1}^{D} (x_{nd} - \hat x_{nd})^2$$
 *
 * - $x$ `x` `[N, D]`: one sample per row
 * - $f$ `encoder`, $g$ `decoder`: the layers of a multilayer perceptron each, as `mlpForward` takes them; without layers
 *   it gives its input
 * - $h$ `code` `[N, K]`, $\hat x$ `reconstruction` `[N, D]`
 * - $L$ `loss`: the squared errors are summed over a sample and averaged over the batch, without a factor 1/2
 *
 * @throws {TypeError} `x`, or the weights or biases of a layer, are not an ndarray, or the layers are not lists of objects.
 * @throws {RangeError} One of them is empty or of another rank, a layer's weights have not one row per unit of the layer
 * before, its biases not one entry per column, its activation is unknown, or the decoder does not end in D units.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, chapter 14. Lecture 8.
 * @example autoencoder(matrix([[1, 2]]), [{ w: matrix([[1], [1]]), b: vector([0]), activation: 'relu' }], [{ w: matrix([[1, 0]]), b: vector([0, 1]), activation: 'identity' }]) // { code: [[3]], reconstruction: [[3, 1]], loss: 5 }
 */
export function autoencoder(x: NdArray, encoder: readonly MlpLayer[], decoder: readonly MlpLayer[]): Autoencoder {
  const N = expectAutoencoder(x, encoder, decoder);
  const code = throughLayers(x, encoder);
  const reconstruction = throughLayers(code, decoder);
  const squaredErrors = zip(x, reconstruction, (xi, yi) => (xi - yi) * (xi - yi));
  const loss = flat(squaredErrors).reduce((sum, e) => sum + e, 0) / N;
  return { code, reconstruction, loss };
}

/**
 * The gradient of $\sum u_h h + \sum u_{\hat x} \hat x + u_L L$ by the input, the weights and the biases, with $u$ the
 * upstream gradients. The reconstruction takes part in the loss, and the input does so twice: directly and by the code.
 *
 * $$g_{\hat x} = u_{\hat x} + \frac{2 u_L}{N} (\hat x - x), \qquad
 * g_h = u_h + \frac{\partial \hat x}{\partial h} g_{\hat x}, \qquad
 * \frac{\partial}{\partial x} = \frac{2 u_L}{N} (x - \hat x) + \frac{\partial h}{\partial x} g_h$$
 */
export function autoencoderGradient(
  upstream: Autoencoder,
  x: NdArray,
  encoder: readonly MlpLayer[],
  decoder: readonly MlpLayer[],
): { x: NdArray; encoder: LayerGradient[]; decoder: LayerGradient[] } {
  const { code, reconstruction } = autoencoder(x, encoder, decoder);
  expectShape('upstream.code', upstream.code, code.shape, 'that of the code');
  expectShape('upstream.reconstruction', upstream.reconstruction, x.shape, 'that of x');
  expectFinite('upstream.loss', upstream.loss);
  const share = (2 * upstream.loss) / expectAutoencoder(x, encoder, decoder);
  const pull = zip(reconstruction, x, (yi, xi) => share * (yi - xi));
  const behind = gradientThrough(sum(upstream.reconstruction, pull), code, decoder);
  const before = gradientThrough(sum(upstream.code, behind.x), x, encoder);
  return { x: zip(before.x, pull, (a, b) => a - b), encoder: before.layers, decoder: behind.layers };
}

interface LayerGradient {
  w: NdArray;
  b: NdArray;
}

/** The activations of the last of the layers; without layers the input. */
function throughLayers(x: NdArray, layers: readonly MlpLayer[]): NdArray {
  return mlpForward(x, layers).activations.at(-1) ?? copied(x); // equivalent mutant: `1 * (1 + 1e-6)` (places are whole)
}

/** The gradient by the input and the layers, for an upstream gradient of what the last of them gives. */
function gradientThrough(
  upstream: NdArray,
  x: NdArray,
  layers: readonly MlpLayer[],
): { x: NdArray; layers: LayerGradient[] } {
  if (layers.length === 0) return { x: upstream, layers: [] };
  const zeros = mlpForward(x, layers).drives.map((drives) => tensor(drives.shape));
  // Equivalent mutant: `1 * (1 + 1e-6)` (`with` takes whole places)
  return mlpForwardGradient({ drives: zeros, activations: zeros.with(-1, upstream) }, x, layers);
}

/** The number of samples, after all arguments have been checked. */
export function expectAutoencoder(x: NdArray, encoder: readonly MlpLayer[], decoder: readonly MlpLayer[]): number {
  const [N, D] = matrixShape('x', x);
  const units = unitsBehind('decoder', unitsBehind('encoder', D, encoder), decoder);
  if (units !== D) throw new RangeError(`decoder: expected to end in ${D} units, one per column of x, got ${units}`);
  return N;
}

/** How many units the last of the layers has, for an input of m. */
function unitsBehind(name: string, m: number, layers: readonly MlpLayer[]): number {
  expectList(name, layers);
  let units = m;
  layers.forEach((layer, l) => {
    expectRecord(`${name}[${l}]`, layer);
    units = layerUnits(`${name}[${l}].`, units, layer);
    expectChoice(`${name}[${l}].activation`, layer.activation, ACTIVATIONS);
  });
  return units;
}

function sum(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p + q);
}
