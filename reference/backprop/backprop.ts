import { expectSameShape, expectShape, map, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { denseLayer } from '../perceptron/dense-layer.ts';
import { mlpForward } from '../perceptron/mlp-forward.ts';
import { expectLayers, type LayerWeights, layerUnits } from '../perceptron/shared/layer-units.ts';
import { biasGradient } from './bias-gradient.ts';
import { sigmoidDerivative, sigmoidDerivativeGradient } from './sigmoid-derivative.ts';
import { weightGradient } from './weight-gradient.ts';

/**
 * The gradient of the loss by every layer's weights and biases, in one backward pass through a multilayer perceptron of
 * sigmoid units.
 *
 * $$L = \frac{1}{B} \sum_{n=1}^{B} \frac{1}{2} \sum_k (t_{nk} - y_{nk})^2, \qquad
 *   \delta^{(\text{last})} = (y - t) \odot \sigma'(d^{(\text{last})}), \qquad
 *   \delta^{(l-1)} = \bigl( \delta^{(l)} W^{(l)T} \bigr) \odot \sigma'(d^{(l-1)})$$
 *
 * $$\frac{\partial L}{\partial W^{(l)}} = \frac{1}{B}\, a^{(l-1)T} \delta^{(l)}, \qquad
 *   \frac{\partial L}{\partial b^{(l)}} = \frac{1}{B} \sum_{n=1}^{B} \delta^{(l)}_n$$
 *
 * - $x$ `x` `[B, m]`: one sample per row, $a^{(0)} = x$
 * - $t$ `t` `[B, units of the last layer]`: the targets
 * - $W^{(l)}$, $b^{(l)}$ `layers`: of each layer its weights `[units before, units]` and its biases `[units]`; the drives
 *   are $d^{(l)} = a^{(l-1)} W^{(l)} + b^{(l)}$, the activations $a^{(l)} = \sigma(d^{(l)})$, the last of them $y$
 * - the result: of each layer `w` and `b`, of the shapes of its own
 *
 * The loss is the mean over the batch of one half of the squared error, so no factor of 2 is left.
 *
 * @throws {TypeError} `x`, `t`, or the weights or biases of a layer, are not an ndarray, or `layers` is not a list of
 * objects.
 * @throws {RangeError} There is no layer, an array is empty or of another rank, or a shape does not fit.
 * @see Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors. Lecture 2.
 * @example backprop(matrix([[1]]), matrix([[1]]), [{ w: matrix([[0]]), b: vector([0]) }]) // [{ w: [[-0.125]], b: [-0.125] }]
 */
export function backprop(x: NdArray, t: NdArray, layers: readonly LayerWeights[]): LayerWeights[] {
  expectBackpropArguments(x, t, layers);
  const { drives, inputs, y } = forward(x, layers);
  const gradients: LayerWeights[] = [];
  let arriving = zip(y, t, (yk, tk) => yk - tk);
  for (const [l, { w }] of [...layers.entries()].reverse()) {
    const delta = product(arriving, sigmoidDerivative(drives[l] as NdArray));
    gradients.unshift({ w: weightGradient(delta, inputs[l] as NdArray), b: biasGradient(delta) });
    arriving = passedBack(delta, w);
  }
  return gradients;
}

/**
 * The gradient of $\sum_l \sum u_W^{(l)} \partial L / \partial W^{(l)} + u_b^{(l)} \partial L / \partial b^{(l)}$ by the
 * input, the targets and the layers, with $u$ the upstream gradients: a product with the Hessian of the loss. It is the
 * rate $R$ at which the whole pass changes while the weights move along $u$ (Pearlmutter 1994), from $R a^{(0)} = 0$:
 *
 * $$R d^{(l)} = R a^{(l-1)} W^{(l)} + a^{(l-1)} u_W^{(l)} + u_b^{(l)}, \qquad
 *   R a^{(l)} = \sigma'(d^{(l)}) \odot R d^{(l)}$$
 *
 * and backwards, with $e^{(\text{last})} = y - t$, $\delta^{(l)} = e^{(l)} \odot \sigma'(d^{(l)})$ and $e^{(l-1)} = \delta^{(l)} W^{(l)T}$:
 *
 * $$R \delta^{(l)} = R e^{(l)} \odot \sigma'(d^{(l)}) + e^{(l)} \odot \sigma''(d^{(l)}) \odot R d^{(l)}, \qquad
 *   R e^{(l-1)} = R \delta^{(l)} W^{(l)T} + \delta^{(l)} u_W^{(l)T}$$
 */
export function backpropGradient(
  upstream: readonly LayerWeights[],
  x: NdArray,
  t: NdArray,
  layers: readonly LayerWeights[],
): { x: NdArray; t: NdArray; layers: LayerWeights[] } {
  const B = expectBackpropArguments(x, t, layers);
  const steps = layers.map((layer, l): Layer => ({ ...layer, u: upstreamOf(upstream[l] as LayerWeights, layer, l) }));
  const { drives, inputs, y } = forward(x, layers);
  const inputRates = [tensor(x.shape)];
  const driveRates = steps.map(({ w, b, u }, l) => {
    const rate = inputRates[l] as NdArray;
    const driveRate = sum(denseLayer(rate, w, tensor(b.shape)), denseLayer(inputs[l] as NdArray, u.w, u.b));
    inputRates.push(product(sigmoidDerivative(drives[l] as NdArray), driveRate));
    return driveRate;
  });
  const yRate = inputRates[layers.length] as NdArray;
  const gradients: LayerWeights[] = [];
  let arriving = zip(y, t, (yk, tk) => yk - tk);
  let arrivingRate = yRate;
  for (const [l, { w, u }] of [...steps.entries()].reverse()) {
    const drive = drives[l] as NdArray;
    const slope = sigmoidDerivative(drive);
    const slopeRate = sigmoidDerivativeGradient(driveRates[l] as NdArray, drive).z as NdArray;
    const delta = product(arriving, slope);
    const deltaRate = sum(product(arrivingRate, slope), product(arriving, slopeRate));
    gradients.unshift({
      w: sum(weightGradient(deltaRate, inputs[l] as NdArray), weightGradient(delta, inputRates[l] as NdArray)),
      b: biasGradient(deltaRate),
    });
    arrivingRate = sum(passedBack(deltaRate, w), passedBack(delta, u.w));
    arriving = passedBack(delta, w);
  }
  return { x: map(arrivingRate, (rate) => rate / B), t: map(yRate, (rate) => -rate / B), layers: gradients };
}

/** The number of samples, where the arguments are legal. */
export function expectBackpropArguments(x: NdArray, t: NdArray, layers: readonly LayerWeights[]): number {
  const [B, m] = matrixShape('x', x);
  expectLayers(layers);
  if (layers.length === 0) throw new RangeError('layers: expected at least one layer, got an empty list');
  const units = layers.reduce((before, layer, l) => layerUnits(`layers[${l}].`, before, layer), m);
  expectShape('t', t, [B, units], 'a row per sample, a column per unit of the last layer');
  return B;
}

/** A layer and the upstream gradient of its own. */
interface Layer extends LayerWeights {
  u: LayerWeights;
}

function upstreamOf(u: LayerWeights, { w, b }: LayerWeights, l: number): LayerWeights {
  expectSameShape(`layers[${l}].w`, w, `upstream[${l}].w`, u.w);
  expectSameShape(`layers[${l}].b`, b, `upstream[${l}].b`, u.b);
  return u;
}

/** The drives of each layer, what it was given (and behind that the output of the last one), and the last one's output. */
function forward(x: NdArray, layers: readonly LayerWeights[]): { drives: NdArray[]; inputs: NdArray[]; y: NdArray } {
  const { drives, activations } = mlpForward(
    x,
    layers.map(({ w, b }) => ({ w, b, activation: 'sigmoid' })),
  );
  return { drives, inputs: [x, ...activations], y: activations[layers.length - 1] as NdArray };
}

/** delta W^T: what the error signals of a layer bring back to the activations before it. */
function passedBack(delta: NdArray, w: NdArray): NdArray {
  const [B, n] = matrixShape('delta', delta); // equivalent mutant: `""` (delta is always a matrix)
  const [m] = matrixShape('w', w); // equivalent mutant: `""` (w has been checked before)
  const arriving = tensor([B, m]);
  // Equivalent mutants: one more sample, i (what they write is overwritten, or beyond the end and ignored)
  for (let sample = 0; sample < B; sample++) {
    for (let i = 0; i < m; i++) {
      let total = 0;
      for (let j = 0; j < n; j++) total += delta.get(sample, j) * w.get(i, j);
      arriving.set(sample, i, total);
    }
  }
  return arriving;
}

function product(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p * q);
}

function sum(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p + q);
}
