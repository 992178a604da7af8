import fc from 'fast-check';
import { grid, mild, numbers, size, take } from '../../inputs/inputs.ts';
import { nth } from '../../values/nth.ts';
import type { Sequence } from '../../values/value.ts';

/** A mask `[batch, queries, keys]` of 0 and 1, for given sizes. */
export type MaskOf = (batch: number, queries: number, keys: number) => Sequence;

const filled = (batch: number, rows: number, columns: number, entry: (n: number, i: number, j: number) => 0 | 1) =>
  Array.from({ length: batch }, (_, n) =>
    Array.from({ length: rows }, (_row, i) => Array.from({ length: columns }, (_entry, j) => entry(n, i, j))),
  );

/** Entries as drawn, of which a query may have none. */
export const anyMask: fc.Arbitrary<MaskOf> = fc
  .array(fc.constantFrom<(0 | 1)[]>(1, 0), { minLength: 24, maxLength: 24 })
  .map((drawn) => (batch, queries, keys) => take(drawn).rank3(batch, queries, keys));

/** The same with a key for each query, where there was none. */
const mildMask: fc.Arbitrary<MaskOf> = anyMask.map(
  (maskOf) => (batch, queries, keys) =>
    maskOf(batch, queries, keys).map((rows) =>
      rows.map((row, i) => (row.includes(1) ? row : row.map((_, j) => (j === i % keys ? 1 : 0)))),
    ),
);

/** Nothing after a position may be attended. */
const causalMask: MaskOf = (batch, queries, keys) => filled(batch, queries, keys, (_n, i, j) => (j <= i ? 1 : 0));

/** Keys at the end are padding, more of them in later samples; the first key never is. */
const paddingMask: MaskOf = (batch, queries, keys) =>
  filled(batch, queries, keys, (n, _i, j) => (j === 0 || j < keys - 1 - n ? 1 : 0));

const openMask: MaskOf = (batch, queries, keys) => filled(batch, queries, keys, () => 1);

/** Masks of every kind that leave each query a key. */
export const masks: fc.Arbitrary<MaskOf> = fc.oneof(
  { arbitrary: mildMask, weight: 4 },
  { arbitrary: fc.constantFrom(causalMask, paddingMask, openMask), weight: 2 },
);

export type Triple = [q: Sequence, k: Sequence, v: Sequence];

/** Queries, keys and values of up to 2 samples, 3 queries, 4 keys and 4 columns. */
function triples(element: fc.Arbitrary<number>, shrinking: fc.Arbitrary<number>): fc.Arbitrary<Triple> {
  return fc
    .tuple(
      fc.record({ B: size(2), T: size(3), S: size(4), d: size(4), e: size(3) }),
      numbers(element, 32),
      numbers(element, 64),
      shrinking,
    )
    .map(([{ B, T, S, d, e }, queries, others, factor]): Triple => {
      const rest = take(others);
      const q = take(queries.map((x) => x * factor)).rank3(B, T, d);
      return [q, rest.rank3(B, S, d), rest.rank3(B, S, e)];
    });
}

/** Of every style; queries are often small, so that more than one key has a weight to speak of. */
export const mildTriples = triples(mild, fc.constantFrom(1, 0.25, 0.0625));

/** On a grid, so that sums of such numbers are exact. */
export const gridTriples = triples(grid, fc.constantFrom(1, 0.25));

/** Scores up to 1e4 in size: of queries to 50 and keys to 100, four columns wide. */
export const largeTriples: fc.Arbitrary<Triple> = fc
  .tuple(triples(grid, fc.constant(1)), fc.constantFrom([12.5, 25], [12.5, 1], [2.5, 25]))
  .map(([[q, k, v], [ofQ = 1, ofK = 1]]) => [scaled(q, ofQ), scaled(k, ofK), v]);

export function scaled(x: Sequence, factor: number): Sequence {
  return x.map((rows) => rows.map((row) => row.map((xi) => xi * factor)));
}

/** The mask for queries and keys. */
export function maskFor(maskOf: MaskOf, q: Sequence, k: Sequence): Sequence {
  return maskOf(q.length, nth(q, 0).length, nth(k, 0).length);
}

/** Rows in another order. */
export function permuted<T>(rows: readonly T[], order: readonly number[]): T[] {
  return order.map((i) => nth(rows, i));
}

/** Another order of that many rows: turned round and rotated. */
export function orderOf(length: number, places: number): number[] {
  return Array.from({ length }, (_, i) => (length - 1 - i + places) % length);
}
