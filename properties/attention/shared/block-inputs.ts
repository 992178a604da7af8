import fc from 'fast-check';
import { type Filler, mild, options, take } from '../../inputs/inputs.ts';
import * as is from '../../parameters/parameter.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix, Sequence, Vector } from '../../values/value.ts';
import {
  type AttentionWeightsOf,
  attentionWeights,
  noProjection,
  PROJECTION,
  type ProjectionOf,
} from './multi-head-inputs.ts';

/** Scale and offset `[m]` of a layer normalization. */
export type NormOf = { gamma: Vector; beta: Vector };
/** Two layers, `[m, units]` and `[units, m]`. */
export type FeedForwardOf = { hidden: ProjectionOf; output: ProjectionOf };

export const NORM = is.record({ gamma: is.vector(), beta: is.vector() }, { name: 'Norm' });
export const FEED_FORWARD = is.record({ hidden: PROJECTION, output: PROJECTION }, { name: 'FeedForward' });

/** The options of both blocks, beside their masks. */
export const BLOCK_OPTIONS = {
  norm: is.choice(['pre', 'post'], { default: 'pre' }),
  activation: is.choice(['relu', 'gelu'], { default: 'relu' }),
  epsilon: is.number({ least: 0, default: 1e-3 }),
} as const;

export type BlockOptionsOf = { norm?: 'pre' | 'post'; activation?: 'relu' | 'gelu'; epsilon?: number };

/** Widths with numbers of heads. */
export const BLOCK_WIDTHS: readonly [width: number, heads: number][] = [
  [1, 1],
  [2, 1],
  [2, 2],
  [3, 1],
  [4, 2],
];

/** Those of at most two columns. */
export const NARROW = BLOCK_WIDTHS.filter(([width]) => width <= 2);

/** Small numbers, so that no position takes all of the attention. */
export const entry: fc.Arbitrary<number> = mild.map((x) => x / 4);
export const weight: fc.Arbitrary<number> = mild.map((x) => x / 8);

function normOf(fill: Filler, width: number): NormOf {
  return { gamma: fill.vector(width), beta: fill.vector(width) };
}

export function feedForwardOf(fill: Filler, width: number, units: number): FeedForwardOf {
  return {
    hidden: { w: fill.matrix(width, units), b: fill.vector(units) },
    output: { w: fill.matrix(units, width), b: fill.vector(width) },
  };
}

/** gamma 1 and beta 0. */
export function plainNorm(width: number): NormOf {
  return { gamma: Array.from({ length: width }, () => 1), beta: Array.from({ length: width }, () => 0) };
}

/** The same weights, of which nothing comes out. */
export const silent = <W extends AttentionWeightsOf | FeedForwardOf>(weights: W): W => ({
  ...weights,
  output: noProjection(weights.output),
});

/** Entries of a mask. */
const bits = fc.array(fc.constantFrom(1, 1, 0), { minLength: 6, maxLength: 6 });

/** What is drawn for the options, absent to complete; `masks` names the masks, each of the sequence at its place. */
export function drawnBlockOptions<M extends string>(
  ...masks: readonly M[]
): fc.Arbitrary<(...sequences: Sequence[]) => (BlockOptionsOf & { [K in M]?: Matrix }) | undefined> {
  const drawn = options<Record<string, unknown>>({
    norm: fc.constantFrom('pre', 'post', 'post'),
    activation: fc.constantFrom('relu', 'gelu'),
    epsilon: fc.constantFrom(0.0625, 0.5),
    ...Object.fromEntries(masks.map((name) => [name, bits])),
  });
  return drawn.map((chosen) => (...sequences) => {
    const given = masks.filter((name) => chosen?.[name] !== undefined);
    const padded = given.map((name) => [
      name,
      paddingOf(nth(sequences, masks.indexOf(name)), chosen?.[name] as number[]),
    ]);
    return chosen && ({ ...chosen, ...Object.fromEntries(padded) } as BlockOptionsOf & { [K in M]?: Matrix });
  });
}

/** A mask `[batch, time]` from drawn entries, of which some samples may have nothing but padding. */
function paddingOf(x: Sequence, entries: readonly number[]): Matrix {
  let next = 0;
  return x.map((rows) => rows.map(() => nth(entries, next++ % entries.length)));
}

/** Weights of a block of the encoder. */
export type EncoderWeightsOf = {
  attention: AttentionWeightsOf;
  attentionNorm: NormOf;
  feedForward: FeedForwardOf;
  feedForwardNorm: NormOf;
};

export function encoderWeights(numbers: readonly number[], width: number, units: number): EncoderWeightsOf {
  const fill = take(numbers);
  return {
    attention: attentionWeights(fill, width),
    attentionNorm: normOf(fill, width),
    feedForward: feedForwardOf(fill, width, units),
    feedForwardNorm: normOf(fill, width),
  };
}

/** Weights of a block of the decoder. */
export type DecoderWeightsOf = {
  attention: AttentionWeightsOf;
  attentionNorm: NormOf;
  cross: AttentionWeightsOf;
  crossNorm: NormOf;
  feedForward: FeedForwardOf;
  feedForwardNorm: NormOf;
};

export function decoderWeights(numbers: readonly number[], width: number, units: number): DecoderWeightsOf {
  const fill = take(numbers);
  return {
    attention: attentionWeights(fill, width),
    attentionNorm: normOf(fill, width),
    cross: attentionWeights(fill, width),
    crossNorm: normOf(fill, width),
    feedForward: feedForwardOf(fill, width, units),
    feedForwardNorm: normOf(fill, width),
  };
}
