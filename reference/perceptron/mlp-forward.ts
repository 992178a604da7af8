import { expectSameShape, matrixShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectChoice } from '../options.ts';
import { denseLayer, denseLayerGradient } from './dense-layer.ts';
import { ACTIVATIONS, type Activation, activate, activateGradient } from './shared/activate.ts';
import { expectLayers, layerUnits } from './shared/layer-units.ts';

export interface MlpLayer {
  /** `[m, n]`, m being the number of units of the layer before, or of inputs */
  w: NdArray;
  /** `[n]` */
  b: NdArray;
  activation: Activation;
}

/** What each layer computed, one array `[B, n]` per layer; the input is not among them. */
export interface MlpForward {
  drives: NdArray[];
  activations: NdArray[];
}

/**
 * The forward pass of a multilayer perceptron, with all that the backward pass needs.
 *
 * $$a^{(0)} = x, \qquad d^{(l)} = a^{(l-1)} W^{(l)} + b^{(l)}, \qquad a^{(l)} = f^{(l)}(d^{(l)}), \qquad l = 1, \dots, L$$
 *
 * - $x$ `x` `[B, m]`: one sample per row
 * - $W^{(l)}$, $b^{(l)}$, $f^{(l)}$ `layers`: of each layer its weights `[units before, units]`, its biases `[units]` and
 *   its activation: 'identity', 'sigmoid', 'tanh' or 'relu'
 * - $d^{(l)}$, $a^{(l)}$ `drives`, `activations`: an array `[B, units]` per layer
 *
 * The last layer has an activation like any other; the output of the network is the last of the activations. Without
 * layers both lists are empty.
 *
 * @throws {TypeError} `x`, or the weights or biases of a layer, are not an ndarray, or `layers` is not a list of objects.
 * @throws {RangeError} One of them is empty or of another rank, a layer's weights have not one row per unit of the layer
 * before, its biases not one entry per column, or its activation is unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.5.4, algorithm 6.3. Lecture 1.
 * @example mlpForward(matrix([[1, 2]]), [{ w: matrix([[3, -4], [5, 1]]), b: vector([10, 1]), activation: 'relu' }]) // { drives: [[[23, -1]]], activations: [[[23, 0]]] }
 */
export function mlpForward(x: NdArray, layers: readonly MlpLayer[]): MlpForward {
  expectMlpArguments(x, layers);
  const drives: NdArray[] = [];
  const activations: NdArray[] = [];
  let a = x;
  for (const { w, b, activation } of layers) {
    const d = denseLayer(a, w, b);
    a = activate(d, activation);
    drives.push(d);
    activations.push(a);
  }
  return { drives, activations };
}

/**
 * The gradient of $\sum_l \sum u_d^{(l)} d^{(l)} + u_a^{(l)} a^{(l)}$ by the input, the weights and the biases, with $u$
 * the upstream gradients of the drives and of the activations. From the last layer to the first, with
 * $g^{(L)} = u_a^{(L)}$:
 *
 * $$\delta^{(l)} = u_d^{(l)} + g^{(l)} f'^{(l)}(d^{(l)}), \qquad g^{(l-1)} = u_a^{(l-1)} + \delta^{(l)} W^{(l)T}$$
 *
 * $$\frac{\partial}{\partial W^{(l)}} = a^{(l-1)T} \delta^{(l)}, \qquad
 *   \frac{\partial}{\partial b^{(l)}} = \sum_n \delta^{(l)}_n, \qquad \frac{\partial}{\partial x} = \delta^{(1)} W^{(1)T}$$
 */
export function mlpForwardGradient(
  upstream: MlpForward,
  x: NdArray,
  layers: readonly MlpLayer[],
): { x: NdArray; layers: { w: NdArray; b: NdArray }[] } {
  const { drives, activations } = mlpForward(x, layers);
  const gradients: { w: NdArray; b: NdArray }[] = [];
  // Equivalent mutant: `1 * (1 + 1e-6)` (the fraction is cut off)
  let arriving = tensor((activations.at(-1) ?? x).shape);
  for (const [l, { w, b, activation }] of [...layers.entries()].reverse()) {
    const drive = drives[l] as NdArray;
    const ofDrive = upstream.drives[l] as NdArray;
    const ofActivation = upstream.activations[l] as NdArray;
    expectSameShape(`drives[${l}]`, drive, `upstream.drives[${l}]`, ofDrive);
    expectSameShape(`activations[${l}]`, drive, `upstream.activations[${l}]`, ofActivation);
    const delta = sum(ofDrive, activateGradient(sum(ofActivation, arriving), drive, activation));
    const back = denseLayerGradient(delta, activations[l - 1] ?? x, w, b);
    gradients.unshift({ w: back.w, b: back.b });
    arriving = back.x;
  }
  return { x: arriving, layers: gradients };
}

/** The shape of the input, where the arguments are legal. */
export function expectMlpArguments(x: NdArray, layers: readonly MlpLayer[]): [B: number, m: number] {
  const [B, m] = matrixShape('x', x);
  expectLayers(layers);
  let units = m;
  layers.forEach((layer, l) => {
    units = layerUnits(`layers[${l}].`, units, layer);
    expectChoice(`layers[${l}].activation`, layer.activation, ACTIVATIONS);
  });
  return [B, m];
}

function sum(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p + q);
}
