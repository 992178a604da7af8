import { expectShape, type NdArray, sequenceShape } from '../ndarray.ts';
import { expectChoice, expectOptions } from '../options.ts';
import {
  type AttentionWeights,
  causalMask,
  expectAttentionWeights,
  expectHeads,
  multiHead,
  multiHeadGradient,
} from './shared/multi-head.ts';

export interface MultiHeadOptions {
  /** position i attends to the positions 0 to i of the context alone; default false */
  causal?: boolean;
}

/**
 * Multi-head attention: the columns are split into blocks, each block attends on its own, and what they give is joined and
 * projected.
 *
 * $$Q = x W_q + b_q, \quad K = c W_k + b_k, \quad V = c W_v + b_v, \qquad
 *   H_i = \mathrm{softmax} \Bigl( \frac{Q_i K_i^T}{\sqrt{m/h}} \Bigr) V_i, \qquad
 *   y = [H_0, \dots, H_{h-1}] W_o + b_o$$
 *
 * - $x$ `x` `[batch, positions, m]`: the queries come of it
 * - $c$ `context` `[batch, others, m]`: the keys and values come of it; the same as `x` for self-attention
 * - $W$, $b$ `weights`: of `query`, `key`, `value` and `output` each `w` `[m, m]` and `b` `[m]`
 * - $h$ `heads`: how many heads; head i has the i-th block of m/h columns of Q, K and V, and of the joined result
 * - `causal`: position i attends to the positions 0 to i of the context; default false
 * - $y$ `[batch, positions, m]`
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, an array is empty, `heads` does not divide the width, or an option is
 * unknown or neither true nor false.
 * @see Vaswani et al. (2017), Attention is all you need, sections 3.2.2 and 3.2.3. Lecture 11.
 * @example multiHeadAttention(tensor([1, 1, 1], [0]), tensor([1, 2, 1], [2, 4]), { query: { w: matrix([[1]]), b: vector([0]) }, key: { w: matrix([[1]]), b: vector([0]) }, value: { w: matrix([[1]]), b: vector([0]) }, output: { w: matrix([[1]]), b: vector([5]) } }, 1) // [[[8]]]
 */
export function multiHeadAttention(
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  options: MultiHeadOptions = {},
): NdArray {
  expectMultiHead(x, context, weights, heads, options);
  return multiHead(x, context, weights, heads, maskOf(x, context, options));
}

/**
 * The gradient of $\sum u y$ by both sequences and all weights, with $u$ the upstream gradient: back through the output's
 * projection, through the attention of each head by its block of columns, and through the three projections. The context
 * has what arrives through the keys and through the values.
 */
export function multiHeadAttentionGradient(
  upstream: NdArray,
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  options: MultiHeadOptions = {},
): { x: NdArray; context: NdArray; weights: AttentionWeights } {
  expectMultiHead(x, context, weights, heads, options);
  expectShape('upstream', upstream, x.shape, 'that of x');
  return multiHeadGradient(upstream, x, context, weights, heads, maskOf(x, context, options));
}

/** @throws {TypeError | RangeError} The arguments are not what multiHeadAttention takes. */
export function expectMultiHead(
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  options: MultiHeadOptions,
): void {
  const [B, , width] = sequenceShape('x', x);
  const [, S] = sequenceShape('context', context);
  expectShape('context', context, [B, S, width], 'a sample for each of x, as wide as x');
  expectAttentionWeights('weights', weights, width);
  expectHeads(heads, width);
  expectOptions(options, ['causal']);
  const { causal = false } = options; // equivalent mutant: `causal = true` (what the choice is does not matter here)
  expectChoice('options.causal', causal, [true, false]);
}

function maskOf(x: NdArray, context: NdArray, { causal = false }: MultiHeadOptions): NdArray | undefined {
  const [B, T] = x.shape as [number, number];
  return causal ? causalMask(B, T, context.shape[1] as number) : undefined;
}
