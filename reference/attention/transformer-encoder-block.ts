import { expectShape, type NdArray, sequenceShape } from '../ndarray.ts';
import { expectRecord } from '../options.ts';
import { attendedMask, type BlockOptions, type BlockSettings, expectBlockOptions } from './shared/block-options.ts';
import { expectFeedForward, type FeedForwardWeights } from './shared/feed-forward.ts';
import { type AttentionWeights, expectAttentionWeights, expectHeads } from './shared/multi-head.ts';
import { expectNorm, type NormWeights, residual, residualGradient } from './shared/residual.ts';
import { feedForwardLayer, selfAttention } from './shared/sublayers.ts';

/** The weights of both sublayers, each with its normalization. */
export interface EncoderBlockWeights {
  attention: AttentionWeights;
  attentionNorm: NormWeights;
  feedForward: FeedForwardWeights;
  feedForwardNorm: NormWeights;
}

/**
 * A block of a transformer's encoder: self-attention, then a feed-forward network, each with a residual connection and a
 * layer normalization before it ('pre') or after it ('post').
 *
 * $$\text{pre:} \quad a = x + \mathrm{MHA}(N_1(x)), \quad y = a + F(N_2(a)), \qquad
 *   \text{post:} \quad a = N_1(x + \mathrm{MHA}(x)), \quad y = N_2(a + F(a))$$
 *
 * $$F(z) = f(z W_1 + b_1) W_2 + b_2$$
 *
 * - $x$ `x` `[batch, time, m]`
 * - MHA `weights.attention`: `query`, `key`, `value` and `output`, each `w` `[m, m]` and `b` `[m]`, as in multiHeadAttention
 * - $N_1$, $N_2$ `weights.attentionNorm`, `weights.feedForwardNorm`: `gamma` and `beta` `[m]` of layerNorm
 * - $F$ `weights.feedForward`: `hidden` with `w` `[m, units]`, `b` `[units]`, and `output` with `w` `[units, m]`, `b` `[m]`
 * - `heads`: how many heads; they divide m
 * - `norm` 'pre' (the default) or 'post', $f$ `activation` 'relu' (the default) or 'gelu', `epsilon` of layerNorm, 1e-3
 * - `mask` `[batch, time]`: 1 for a position, 0 for padding, which no position attends to; its own rows are computed all the
 * same
 * - $y$ `[batch, time, m]`
 *
 * Post-norm is the form of the paper; pre-norm, which trains without a warm-up, is what most models have since. A stack of
 * pre-norm blocks ends in one more normalization, which is not part of the block.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, `heads` does not divide the width, `mask` has an entry
 * that is neither 0 nor 1, or an option is unknown or none of its choices.
 * @see Vaswani et al. (2017), Attention is all you need, section 3.1 (post-norm); Xiong et al. (2020), On layer
 * normalization in the transformer architecture, section 3 (pre-norm). Lecture 11.
 * @example transformerEncoderBlock(tensor([1, 1, 1], [3]), { attention: { query: { w: matrix([[0]]), b: vector([0]) }, key: { w: matrix([[0]]), b: vector([0]) }, value: { w: matrix([[0]]), b: vector([0]) }, output: { w: matrix([[0]]), b: vector([1]) } }, attentionNorm: { gamma: vector([1]), beta: vector([0]) }, feedForward: { hidden: { w: matrix([[4]]), b: vector([1]) }, output: { w: matrix([[10]]), b: vector([0]) } }, feedForwardNorm: { gamma: vector([1]), beta: vector([2]) } }, 1) // [[[94]]]
 */
export function transformerEncoderBlock(
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions = {},
): NdArray {
  const settings = expectEncoderBlock(x, weights, heads, options);
  const { attend, feed } = sublayers(x, weights, heads, options.mask, settings);
  return residual(residual(x, weights.attentionNorm, settings, attend), weights.feedForwardNorm, settings, feed);
}

/**
 * The gradient of $\sum u y$ by the input and the weights, with $u$ the upstream gradient: back through the feed-forward
 * sublayer, then through the attention, whose three inputs are one. Around each sublayer $f$ with normalization $N$
 *
 * $$\text{pre:} \quad \frac{\partial}{\partial x} = u + J_N^T J_f^T u, \qquad
 *   \text{post:} \quad \frac{\partial}{\partial x} = (1 + J_f^T) J_N^T u$$
 */
export function transformerEncoderBlockGradient(
  upstream: NdArray,
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions = {},
): { x: NdArray; weights: EncoderBlockWeights } {
  const settings = expectEncoderBlock(x, weights, heads, options);
  expectShape('upstream', upstream, x.shape, 'that of x');
  const { attend, feed } = sublayers(x, weights, heads, options.mask, settings);
  const a = residual(x, weights.attentionNorm, settings, attend);
  const fed = residualGradient(upstream, a, weights.feedForwardNorm, settings, feed);
  const attended = residualGradient(fed.x, x, weights.attentionNorm, settings, attend);
  return {
    x: attended.x,
    weights: {
      attention: attended.part.weights,
      attentionNorm: attended.norm,
      feedForward: fed.part.weights,
      feedForwardNorm: fed.norm,
    },
  };
}

/** The settings with their defaults, after the arguments have been checked. */
export function expectEncoderBlock(
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  options: BlockOptions,
): BlockSettings {
  const [B, T, m] = sequenceShape('x', x);
  expectRecord('weights', weights);
  expectAttentionWeights('weights.attention', weights.attention, m);
  expectNorm('weights.attentionNorm', weights.attentionNorm, m);
  expectFeedForward('weights.feedForward', weights.feedForward, m);
  expectNorm('weights.feedForwardNorm', weights.feedForwardNorm, m);
  expectHeads(heads, m);
  expectRecord('options', options); // its masks are read before the rest of it is checked
  return expectBlockOptions(options, { mask: { given: options.mask, shape: [B, T] } });
}

/** The two sublayers. */
function sublayers(
  x: NdArray,
  weights: EncoderBlockWeights,
  heads: number,
  mask: NdArray | undefined,
  { activation }: BlockSettings,
) {
  return {
    attend: selfAttention(weights.attention, heads, attendedMask(mask, x.shape[1] as number)),
    feed: feedForwardLayer(weights.feedForward, activation),
  };
}
