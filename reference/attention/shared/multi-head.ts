import { expectShape, type NdArray, tensor } from '../../ndarray.ts';
import { expectInteger, expectRecord } from '../../options.ts';
import type { LayerWeights } from '../../perceptron/shared/layer-units.ts';
import { scaledDotProductAttention, scaledDotProductAttentionGradient } from '../scaled-dot-product-attention.ts';
import { added, denseAt, denseAtGradient } from './rows.ts';

/** The four projections, each `w` `[width, width]` and `b` `[width]`. */
export interface AttentionWeights {
  query: LayerWeights;
  key: LayerWeights;
  value: LayerWeights;
  output: LayerWeights;
}

const PROJECTIONS = ['query', 'key', 'value', 'output'] as const;

/** Multi-head attention with any mask `[batch, positions, context]`; the arguments are legal. */
export function multiHead(
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  mask?: NdArray,
): NdArray {
  return denseAt(joinedHeads(projected(x, context, weights), heads, mask), weights.output);
}

/** The gradient of the same by both sequences and all weights. */
export function multiHeadGradient(
  upstream: NdArray,
  x: NdArray,
  context: NdArray,
  weights: AttentionWeights,
  heads: number,
  mask?: NdArray,
): { x: NdArray; context: NdArray; weights: AttentionWeights } {
  const { q, k, v } = projected(x, context, weights);
  const output = denseAtGradient(upstream, joinedHeads({ q, k, v }, heads, mask), weights.output);
  const by = { q: tensor(q.shape), k: tensor(k.shape), v: tensor(v.shape) };
  for (let i = 0; i < heads; i++) {
    const [byHead, ofQ, ofK, ofV] = [output.x, q, k, v].map((of) => headOf(of, i, heads)) as [
      NdArray,
      NdArray,
      NdArray,
      NdArray,
    ];
    const head = scaledDotProductAttentionGradient(byHead, ofQ, ofK, ofV, mask);
    place(head.q, headOf(by.q, i, heads));
    place(head.k, headOf(by.k, i, heads));
    place(head.v, headOf(by.v, i, heads));
  }
  const query = denseAtGradient(by.q, x, weights.query);
  const key = denseAtGradient(by.k, context, weights.key);
  const value = denseAtGradient(by.v, context, weights.value);
  return {
    x: query.x,
    context: added(key.x, value.x),
    weights: { query: query.weights, key: key.weights, value: value.weights, output: output.weights },
  };
}

/** A mask `[batch, positions, context]` by which position i attends to the positions 0 to i. */
export function causalMask(batch: number, positions: number, context: number): NdArray {
  const mask = tensor([batch, positions, context]);
  // Equivalent mutants: one more n (what it writes beyond the end is ignored)
  for (let n = 0; n < batch; n++) {
    for (let i = 0; i < positions; i++) {
      // Equivalent mutant: `context)` (one more is the first place of the next row, which is open)
      for (let j = 0; j <= Math.min(i, context - 1); j++) mask.set(n, i, j, 1);
    }
  }
  return mask;
}

/**
 * @throws {TypeError} The record or one of its layers is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape is not that for sequences of `width` columns.
 */
export function expectAttentionWeights(name: string, weights: AttentionWeights, width: number): void {
  expectRecord(name, weights);
  for (const projection of PROJECTIONS) {
    expectLayer(`${name}.${projection}`, weights[projection], width, width);
  }
}

/**
 * @throws {TypeError} The layer is missing, or an array is not an ndarray.
 * @throws {RangeError} It does not lead from m inputs to n units.
 */
export function expectLayer(name: string, layer: LayerWeights, m: number, n: number): void {
  expectRecord(name, layer);
  expectShape(`${name}.w`, layer.w, [m, n], 'a row per input, a column per unit');
  expectShape(`${name}.b`, layer.b, [n], 'an entry per unit');
}

/** @throws {RangeError} `heads` is not a whole number that divides the width. */
export function expectHeads(heads: number, width: number): void {
  expectInteger('heads', heads, 1);
  if (width % heads !== 0) throw new RangeError(`heads: expected a divisor of the width ${width}, got ${heads}`);
}

interface Projected {
  q: NdArray;
  k: NdArray;
  v: NdArray;
}

function projected(x: NdArray, context: NdArray, { query, key, value }: AttentionWeights): Projected {
  return { q: denseAt(x, query), k: denseAt(context, key), v: denseAt(context, value) };
}

/** What the heads give, side by side. */
function joinedHeads({ q, k, v }: Projected, heads: number, mask?: NdArray): NdArray {
  const joined = tensor(q.shape);
  for (let i = 0; i < heads; i++) {
    const [ofQ, ofK, ofV] = [headOf(q, i, heads), headOf(k, i, heads), headOf(v, i, heads)];
    place(scaledDotProductAttention(ofQ, ofK, ofV, mask), headOf(joined, i, heads));
  }
  return joined;
}

/** The columns of head i, a block of them, as a view. */
function headOf(x: NdArray, i: number, heads: number): NdArray {
  const [B, T, width] = x.shape as [number, number, number];
  const size = width / heads;
  return x.lo(0, 0, i * size).hi(B, T, size);
}

function place(from: NdArray, into: NdArray): void {
  const [B, T, size] = from.shape as [number, number, number];
  // Equivalent mutants: one more n, t (what they write is overwritten, or beyond the end and ignored)
  for (let n = 0; n < B; n++) {
    for (let t = 0; t < T; t++) for (let c = 0; c < size; c++) into.set(n, t, c, from.get(n, t, c));
  }
}
