import { plainDrives } from '../../perceptron/shared/layer-inputs.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import type { FeedForwardOf, NormOf } from './block-inputs.ts';
import { type AttentionWeightsOf, blocks, type ProjectionOf } from './multi-head-inputs.ts';
import { plainAttention } from './plain-attention.ts';

/** A layer of one sample. */
export type PlainLayer = (rows: Matrix) => Matrix;

/** How a sublayer is put together of its input, the normalization and the layer. */
export type Assembly = (x: Matrix, normalized: PlainLayer, f: PlainLayer) => Matrix;

export const sums = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((v, c) => v + nth(nth(b, i), c)));

export const assemblies: Readonly<Record<'pre' | 'post', Assembly>> = {
  pre: (x, normalized, f) => sums(x, f(normalized(x))),
  post: (x, normalized, f) => normalized(sums(x, f(x))),
};

const mean = (xs: Vector): number => xs.reduce((a, b) => a + b, 0) / xs.length;

export function plainNormalized(rows: Matrix, { gamma, beta }: NormOf, epsilon: number): Matrix {
  return rows.map((row) => {
    const centred = row.map((x) => x - mean(row));
    const root = Math.sqrt(mean(centred.map((c) => c * c)) + epsilon);
    return centred.map((c, j) => (nth(gamma, j) * c) / root + nth(beta, j));
  });
}

const tanhForm = (z: number): number => z / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));
const FUNCTIONS = { relu: (z: number) => Math.max(0, z), gelu: tanhForm, none: (z: number) => z } as const;

export function plainFeedForward(
  rows: Matrix,
  { hidden, output }: FeedForwardOf,
  activation: keyof typeof FUNCTIONS,
): Matrix {
  const drives = plainDrives(rows, hidden.w, hidden.b);
  return plainDrives(
    drives.map((row) => row.map((z) => FUNCTIONS[activation](z))),
    output.w,
    output.b,
  );
}

export function plainMultiHead(
  x: Matrix,
  context: Matrix,
  { query, key, value, output }: AttentionWeightsOf,
  heads: number,
  isOpen: (i: number, j: number) => boolean,
): Matrix {
  const project = (rows: Matrix, { w, b }: ProjectionOf): Matrix => plainDrives(rows, w, b);
  const [q, k, v] = [project(x, query), project(context, key), project(context, value)];
  const each = blocks(output.b.length, heads).map((own) => {
    const cut = (rows: Matrix): Matrix => rows.map((row) => own.map((c) => nth(row, c)));
    return plainAttention([cut(q), cut(k), cut(v)], isOpen) ?? [];
  });
  return project(
    x.map((_, i) => each.flatMap((rows) => nth(rows, i))),
    output,
  );
}

/** Whether differences can follow a block near these sums and drives: relu away from its kink, variances away from 0. */
export const isSmooth = (seen: { drives: Matrix[]; normed: Matrix[] }, activation: 'relu' | 'gelu'): boolean =>
  (activation === 'gelu' || seen.drives.flat(2).every((z) => Math.abs(z) > 2 ** -5)) &&
  seen.normed.flat().every((row) => row.length === 1 || mean(row.map((x) => (x - mean(row)) ** 2)) >= 0.05);
