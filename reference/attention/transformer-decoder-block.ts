import { expectShape, type NdArray, sequenceShape } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { attendedMask, type BlockOptions, type BlockSettings, expectBlockOptions } from './shared/block-options.ts';
import { expectFeedForward, type FeedForwardWeights } from './shared/feed-forward.ts';
import { type AttentionWeights, causalMask, expectAttentionWeights, expectHeads } from './shared/multi-head.ts';
import { expectNorm, type NormWeights, residual, residualGradient } from './shared/residual.ts';
import { crossAttention, feedForwardLayer, selfAttention } from './shared/sublayers.ts';

/** The weights of the three sublayers, each with its normalization. */
export interface DecoderBlockWeights {
  attention: AttentionWeights;
  attentionNorm: NormWeights;
  cross: AttentionWeights;
  crossNorm: NormWeights;
  feedForward: FeedForwardWeights;
  feedForwardNorm: NormWeights;
}

export interface DecoderBlockOptions extends BlockOptions {
  /** `[batch, memory positions]`: 1 for a position of the memory, 0 for padding, which is not attended */
  memoryMask?: NdArray;
}

/**
 * A block of a transformer's decoder: causal self-attention, attention on the encoder's memory, then a feed-forward
 * network, each with a residual connection and a layer normalization before it ('pre') or after it ('post').
 *
 * $$\text{pre:} \quad a = x + \mathrm{MHA}_c(N_1(x)), \quad b = a + \mathrm{MHA}(N_2(a), M), \quad y = b + F(N_3(b))$$
 *
 * $$\text{post:} \quad a = N_1(x + \mathrm{MHA}_c(x)), \quad b = N_2(a + \mathrm{MHA}(a, M)), \quad y = N_3(b + F(b))$$
 *
 * - $x$ `x` `[batch, time, m]`
 * - $M$ `memory` `[batch, positions, m]`: what the encoder gave; keys and values of the second attention come of it, as it is
 * - MHA `weights.attention`, `weights.cross`: `query`, `key`, `value` and `output`, each `w` `[m, m]` and `b` `[m]`
 * - $N$ `weights.attentionNorm`, `crossNorm`, `feedForwardNorm`: `gamma` and `beta` `[m]` of layerNorm
 * - $F$ `weights.feedForward`: `hidden` with `w` `[m, units]`, `b` `[units]`, and `output` with `w` `[units, m]`, `b` `[m]`
 * - `heads`: how many heads both attentions have; they divide m
 * - `norm` 'pre' (the default) or 'post', `activation` 'relu' (the default) or 'gelu', `epsilon` of layerNorm, 1e-3
 * - `mask` `[batch, time]`, `memoryMask` `[batch, positions]`: 1 for a position, 0 for padding, which is not attended
 * - $y$ `[batch, time, m]`
 *
 * Position i attends to the positions 0 to i of x alone, and to the whole memory. One that has nothing to attend, such as
 * padding in front, gets zeros of that attention, as in scaledDotProductAttention.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, `heads` does not divide the width, a mask has an entry
 * that is neither 0 nor 1, or an option is unknown or none of its choices.
 * @see Vaswani et al. (2017), Attention is all you need, section 3.1 (post-norm); Xiong et al. (2020), On layer
 * normalization in the transformer architecture, section 3 (pre-norm). Lecture 11.
 * @example transformerDecoderBlock(tensor([1, 1, 1], [3]), tensor([1, 1, 1], [5]), { attention: { query: { w: matrix([[0]]), b: vector([0]) }, key: { w: matrix([[0]]), b: vector([0]) }, value: { w: matrix([[0]]), b: vector([0]) }, output: { w: matrix([[0]]), b: vector([0]) } }, attentionNorm: { gamma: vector([1]), beta: vector([0]) }, cross: { query: { w: matrix([[0]]), b: vector([0]) }, key: { w: matrix([[0]]), b: vector([0]) }, value: { w: matrix([[1]]), b: vector([0]) }, output: { w: matrix([[2]]), b: vector([0]) } }, crossNorm: { gamma: vector([1]), beta: vector([0]) }, feedForward: { hidden: { w: matrix([[0]]), b: vector([0]) }, output: { w: matrix([[0]]), b: vector([0]) } }, feedForwardNorm: { gamma: vector([1]), beta: vector([0]) } }, 1) // [[[13]]]
 */
export function transformerDecoderBlock(
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions = {},
): NdArray {
  const settings = expectDecoderBlock(x, memory, weights, heads, options);
  const { attend, cross, feed } = sublayers(x, memory, weights, heads, options, settings);
  const a = residual(x, weights.attentionNorm, settings, attend);
  const b = residual(a, weights.crossNorm, settings, cross);
  return residual(b, weights.feedForwardNorm, settings, feed);
}

/**
 * The gradient of $\sum u y$ by the input, the memory and the weights, with $u$ the upstream gradient: back through the
 * feed-forward sublayer, through the attention on the memory, whose keys and values give that of the memory, and through
 * the self-attention. Around each sublayer as in transformerEncoderBlock.
 */
export function transformerDecoderBlockGradient(
  upstream: NdArray,
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions = {},
): { x: NdArray; memory: NdArray; weights: DecoderBlockWeights } {
  const settings = expectDecoderBlock(x, memory, weights, heads, options);
  expectShape('upstream', upstream, x.shape, 'that of x');
  const { attend, cross, feed } = sublayers(x, memory, weights, heads, options, settings);
  const a = residual(x, weights.attentionNorm, settings, attend);
  const b = residual(a, weights.crossNorm, settings, cross);
  const fed = residualGradient(upstream, b, weights.feedForwardNorm, settings, feed);
  const crossed = residualGradient(fed.x, a, weights.crossNorm, settings, cross);
  const attended = residualGradient(crossed.x, x, weights.attentionNorm, settings, attend);
  return {
    x: attended.x,
    memory: crossed.part.context,
    weights: {
      attention: attended.part.weights,
      attentionNorm: attended.norm,
      cross: crossed.part.weights,
      crossNorm: crossed.norm,
      feedForward: fed.part.weights,
      feedForwardNorm: fed.norm,
    },
  };
}

/** The settings with their defaults, after the arguments have been checked. */
export function expectDecoderBlock(
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  options: DecoderBlockOptions,
): BlockSettings {
  const [B, T, m] = sequenceShape('x', x);
  const [, S] = sequenceShape('memory', memory);
  expectShape('memory', memory, [B, S, m], 'a sample for each of x, as wide as x');
  expectRecord('weights', weights);
  expectAttentionWeights('weights.attention', weights.attention, m);
  expectNorm('weights.attentionNorm', weights.attentionNorm, m);
  expectAttentionWeights('weights.cross', weights.cross, m);
  expectNorm('weights.crossNorm', weights.crossNorm, m);
  expectFeedForward('weights.feedForward', weights.feedForward, m);
  expectNorm('weights.feedForwardNorm', weights.feedForwardNorm, m);
  expectHeads(heads, m);
  expectRecord('options', options); // its masks are read before the rest of it is checked
  return expectBlockOptions(options, {
    mask: { given: options.mask, shape: [B, T] },
    memoryMask: { given: options.memoryMask, shape: [B, S] },
  });
}

/** The three sublayers. */
function sublayers(
  x: NdArray,
  memory: NdArray,
  weights: DecoderBlockWeights,
  heads: number,
  { mask, memoryMask }: DecoderBlockOptions,
  { activation }: BlockSettings,
) {
  const [B, T] = x.shape as [number, number];
  return {
    attend: selfAttention(weights.attention, heads, attendedMask(mask, T, causalMask(B, T, T))),
    cross: crossAttention(memory, weights.cross, heads, attendedMask(memoryMask, T)),
    feed: feedForwardLayer(weights.feedForward, activation),
  };
}
