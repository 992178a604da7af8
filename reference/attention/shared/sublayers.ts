import type { NdArray } from '../../ndarray.ts';
import {
  type FeedForwardActivation,
  type FeedForwardWeights,
  feedForward,
  feedForwardGradient,
} from './feed-forward.ts';
import { type AttentionWeights, multiHead, multiHeadGradient } from './multi-head.ts';
import { added } from './rows.ts';

/** A layer within a residual connection: what it makes of its input, and the gradient by that and by what else it has. */
export interface Sublayer<P extends { x: NdArray } = { x: NdArray }> {
  of: (input: NdArray) => NdArray;
  back: (upstream: NdArray, input: NdArray) => P;
}

/** Queries, keys and values come of one input. */
export function selfAttention(
  weights: AttentionWeights,
  heads: number,
  mask?: NdArray,
): Sublayer<{ x: NdArray; weights: AttentionWeights }> {
  return {
    of: (input) => multiHead(input, input, weights, heads, mask),
    back: (upstream, input) => {
      const by = multiHeadGradient(upstream, input, input, weights, heads, mask);
      return { x: added(by.x, by.context), weights: by.weights };
    },
  };
}

/** Queries come of the input, keys and values of the memory. */
export function crossAttention(
  memory: NdArray,
  weights: AttentionWeights,
  heads: number,
  mask?: NdArray,
): Sublayer<{ x: NdArray; context: NdArray; weights: AttentionWeights }> {
  return {
    of: (input) => multiHead(input, memory, weights, heads, mask),
    back: (upstream, input) => multiHeadGradient(upstream, input, memory, weights, heads, mask),
  };
}

export function feedForwardLayer(
  weights: FeedForwardWeights,
  activation: FeedForwardActivation,
): Sublayer<{ x: NdArray; weights: FeedForwardWeights }> {
  return {
    of: (input) => feedForward(input, weights, activation),
    back: (upstream, input) => feedForwardGradient(upstream, input, weights, activation),
  };
}
