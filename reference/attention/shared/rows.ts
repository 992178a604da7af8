import { flat, type NdArray, tensor, zip } from '../../ndarray.ts';
import { denseLayer, denseLayerGradient } from '../../perceptron/dense-layer.ts';
import type { Activation } from '../../perceptron/shared/activate.ts';
import type { LayerWeights } from '../../perceptron/shared/layer-units.ts';

/** The positions `[batch, time, width]` of all samples as the rows of one matrix. */
export function rowsOf(x: NdArray): NdArray {
  const [B, T, width] = x.shape as [number, number, number];
  return tensor([B * T, width], flat(x));
}

/** Rows as the positions of a batch of sequences that is like another one. */
export function positionsOf(rows: NdArray, like: NdArray): NdArray {
  const [B, T] = like.shape as [number, number];
  return tensor([B, T, rows.shape[1] as number], flat(rows));
}

/** A dense layer at each position. */
export function denseAt(x: NdArray, { w, b }: LayerWeights, activation: Activation = 'identity'): NdArray {
  return positionsOf(denseLayer(rowsOf(x), w, b, activation), x);
}

/** The gradient of the same by the positions and the weights. */
export function denseAtGradient(
  upstream: NdArray,
  x: NdArray,
  { w, b }: LayerWeights,
  activation: Activation = 'identity',
): { x: NdArray; weights: LayerWeights } {
  const gradient = denseLayerGradient(rowsOf(upstream), rowsOf(x), w, b, activation);
  return { x: positionsOf(gradient.x, x), weights: { w: gradient.w, b: gradient.b } };
}

export function added(a: NdArray, b: NdArray): NdArray {
  return zip(a, b, (p, q) => p + q);
}
