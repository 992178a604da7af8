import { relu, reluGradient } from '../../backprop/relu.ts';
import { type NdArray, vectorLength } from '../../ndarray.ts';
import { expectRecord } from '../../options.ts';
import type { LayerWeights } from '../../perceptron/shared/layer-units.ts';
import { gelu, geluGradient } from '../gelu.ts';
import { expectLayer } from './multi-head.ts';
import { denseAt, denseAtGradient } from './rows.ts';

/** Two layers, `hidden` `[m, f]` and `output` `[f, m]`. */
export interface FeedForwardWeights {
  hidden: LayerWeights;
  output: LayerWeights;
}

export type FeedForwardActivation = 'relu' | 'gelu';

/** Two dense layers at each position, with an activation between them. */
export function feedForward(x: NdArray, weights: FeedForwardWeights, activation: FeedForwardActivation): NdArray {
  const drives = denseAt(x, weights.hidden);
  return denseAt(activation === 'relu' ? relu(drives) : gelu(drives), weights.output);
}

/** The gradient of the same by the positions and the weights; relu has a slope of 0 at exactly 0. */
export function feedForwardGradient(
  upstream: NdArray,
  x: NdArray,
  weights: FeedForwardWeights,
  activation: FeedForwardActivation,
): { x: NdArray; weights: FeedForwardWeights } {
  const drives = denseAt(x, weights.hidden);
  const [of, slope] = activation === 'relu' ? [relu, reluGradient] : [gelu, geluGradient];
  const output = denseAtGradient(upstream, of(drives), weights.output);
  const hidden = denseAtGradient(slope(output.x, drives).z as NdArray, x, weights.hidden);
  return { x: hidden.x, weights: { hidden: hidden.weights, output: output.weights } };
}

/**
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} The layers do not lead from m columns to a number of units and back.
 */
export function expectFeedForward(name: string, weights: FeedForwardWeights, m: number): void {
  expectRecord(name, weights);
  expectRecord(`${name}.hidden`, weights.hidden);
  const units = vectorLength(`${name}.hidden.b`, weights.hidden.b);
  expectLayer(`${name}.hidden`, weights.hidden, m, units);
  expectLayer(`${name}.output`, weights.output, units, m);
}
