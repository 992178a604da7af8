import type { Filler } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import { roundedDrives } from '../../perceptron/shared/rounded-dense.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { mapNumbers } from '../../values/tree.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import { roundedAttention } from './rounded-attention.ts';

/** A projection: `w` `[m, m]`, `b` `[m]`. */
export type ProjectionOf = { w: Matrix; b: Vector };
export type AttentionWeightsOf = {
  query: ProjectionOf;
  key: ProjectionOf;
  value: ProjectionOf;
  output: ProjectionOf;
};

export const PROJECTION = is.record({ w: is.matrix(), b: is.vector() }, { name: 'Projection' });
export const ATTENTION_WEIGHTS = is.record(
  { query: PROJECTION, key: PROJECTION, value: PROJECTION, output: PROJECTION },
  { name: 'Weights' },
);

/** Widths with numbers of heads: one head, as many as columns, and blocks of two and three columns. */
export const WIDTHS: readonly [width: number, heads: number][] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [3, 1],
  [3, 3],
  [4, 2],
  [4, 2],
  [4, 2],
  [6, 2],
  [6, 3],
];

function projection(fill: Filler, width: number): ProjectionOf {
  return { w: fill.matrix(width, width), b: fill.vector(width) };
}

export function attentionWeights(fill: Filler, width: number): AttentionWeightsOf {
  return {
    query: projection(fill, width),
    key: projection(fill, width),
    value: projection(fill, width),
    output: projection(fill, width),
  };
}

/** A projection that changes nothing, or of which only a factor is left. */
export function unitProjection(width: number, factor = 1): ProjectionOf {
  const columns = Array.from({ length: width }, (_, i) => i);
  return { w: columns.map((i) => columns.map((j) => (i === j ? factor : 0))), b: columns.map(() => 0) };
}

/** The same projection with all of it set to 0. */
export const noProjection = (layer: ProjectionOf): ProjectionOf => mapNumbers(layer, () => 0);

/** Projections that change nothing. */
export function unitWeights(width: number): AttentionWeightsOf {
  const same = unitProjection(width);
  return { query: same, key: same, value: same, output: same };
}

/** The columns of each head, one block after the other. */
export function blocks(width: number, heads: number): number[][] {
  const size = width / heads;
  return Array.from({ length: heads }, (_, h) => Array.from({ length: size }, (_column, c) => h * size + c));
}

/** Multi-head attention of one sample over running-error arithmetic. */
export function roundedMultiHead(
  r: Rounding,
  x: Rounded[][],
  context: Rounded[][],
  { query, key, value, output }: Lifted<AttentionWeightsOf>,
  heads: number,
  isOpen: (i: number, j: number) => boolean = () => true,
): Rounded[][] {
  const [q, k, v] = [
    roundedDrives(r, x, query.w, query.b),
    roundedDrives(r, context, key.w, key.b),
    roundedDrives(r, context, value.w, value.b),
  ];
  const size = output.b.length / heads;
  const headOf = (rows: Rounded[][], h: number): Rounded[][] => rows.map((row) => row.slice(h * size, (h + 1) * size));
  const each = Array.from({ length: heads }, (_, h) =>
    roundedAttention(r, headOf(q, h), headOf(k, h), headOf(v, h), isOpen),
  );
  const joined = x.map((_, i) => each.flatMap((rows) => rows[i] ?? []));
  return roundedDrives(r, joined, output.w, output.b);
}
