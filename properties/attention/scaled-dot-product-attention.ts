import fc from 'fast-check';
import {
  scaledDotProductAttention as reference,
  scaledDotProductAttentionGradient,
} from '../../reference/attention/scaled-dot-product-attention.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { Sequence } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './scaled-dot-product-attention.cases.ts';
import { misconceptions } from './scaled-dot-product-attention.misconceptions.ts';
import {
  anyMask,
  gridTriples,
  largeTriples,
  maskFor,
  masks,
  mildTriples,
  orderOf,
  permuted,
  scaled,
} from './shared/attention-inputs.ts';
import { roundedAttention } from './shared/rounded-attention.ts';

export type ScaledDotProductAttention = (q: Sequence, k: Sequence, v: Sequence, mask?: number[][][]) => Sequence;
type Arguments = Parameters<ScaledDotProductAttention>;
type Masked = [q: Sequence, k: Sequence, v: Sequence, mask: Sequence];

const masked: fc.Arbitrary<Masked> = fc
  .tuple(mildTriples, masks)
  .map(([[q, k, v], maskOf]) => [q, k, v, maskFor(maskOf, q, k)]);
const calls: fc.Arbitrary<Arguments> = fc.oneof(
  { arbitrary: mildTriples, weight: 2 },
  { arbitrary: masked, weight: 3 },
);

const onGrid: fc.Arbitrary<Masked> = fc
  .tuple(gridTriples, masks)
  .map(([[q, k, v], maskOf]) => [q, k, v, maskFor(maskOf, q, k)]);

const extreme: fc.Arbitrary<Arguments> = fc.oneof(
  { arbitrary: largeTriples, weight: 2 },
  {
    arbitrary: fc
      .tuple(fc.oneof(largeTriples, mildTriples), anyMask)
      .map(([[q, k, v], maskOf]): Arguments => [q, k, v, maskFor(maskOf, q, k)]),
    weight: 3,
  },
);

const places = fc.nat(3);
/** What may be attended, by every query of every sample. */
const open = (mask: Sequence, n: number, i: number): number[] =>
  [...nth(nth(mask, n), i).keys()].filter((j) => mask[n]?.[i]?.[j] === 1);

export const scaledDotProductAttention: Entry<ScaledDotProductAttention> = {
  id: 'scaledDotProductAttention',
  lecture: 11,
  title: 'Scaled dot-product attention',
  latex: String.raw`\mathrm{Attention}(Q, K, V) = \mathrm{softmax} \Bigl( \frac{Q K^T}{\sqrt{d}} \Bigr) V`,
  source: ['Vaswani et al. (2017), Attention is all you need, section 3.2.1', 'Lecture 11, only a title in the notes'],
  parameters: {
    q: is.sequence(),
    k: is.sequence(),
    v: is.sequence(),
    mask: is.sequence({ optional: true, element: is.ZERO_OR_ONE, written: 'number[][][]' }),
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/attention/scaled-dot-product-attention.ts'),
  gradient: { wrt: ['q', 'k', 'v'], reference: scaledDotProductAttentionGradient },

  inputs: calls,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<ScaledDotProductAttention>(masked, { batched: [0, 1, 2, 3] }),
    law('the order of the queries is that of the results', fc.tuple(masked, places), async (attention, given, by) => {
      const [q, k, v, mask] = given;
      const order = orderOf(nth(q, 0).length, by);
      const turned = <T>(rows: readonly T[][]): T[][] => rows.map((row) => permuted(row, order));
      const other: Masked = [turned(q), k, v, turned(mask)];
      expectClose(
        await attention(...other),
        turned(await attention(...given)),
        attention.allowed(...other),
        turned(attention.allowed(...given)),
      );
    }),
    law('keys may change places with their values', fc.tuple(masked, places), async (attention, given, by) => {
      const [q, k, v, mask] = given;
      const order = orderOf(nth(k, 0).length, by);
      const turned = <T>(rows: readonly T[][]): T[][] => rows.map((row) => permuted(row, order));
      const other: Masked = [q, turned(k), turned(v), mask.map(turned)];
      expectClose(
        await attention(...other),
        await attention(...given),
        attention.allowed(...other),
        attention.allowed(...given),
      );
    }),
    law('every result lies among the values that may be attended', fc.tuple(masked), async (attention, given) => {
      const [, , v, mask] = given;
      const allowed = attention.allowed(...given);
      (await attention(...given)).forEach((rows, n) =>
        rows.forEach((row, i) =>
          row.forEach((x, c) => {
            const values = open(mask, n, i).map((j) => v[n]?.[j]?.[c] ?? Number.NaN);
            const error = allowed[n]?.[i]?.[c] ?? Number.NaN;
            const [least, most] = [Math.min(...values) - error, Math.max(...values) + error];
            expectThat(x >= least && x <= most, `[${n}][${i}][${c}] is ${x}, not from ${least} to ${most}`);
          }),
        ),
      );
    }),
    law('a query alone with the keys that it may attend gives its row', fc.tuple(masked), async (attention, given) => {
      const [q, k, v, mask] = given;
      const together = await attention(...given);
      for (const [n, queries] of q.entries()) {
        for (const [i, query] of queries.entries()) {
          const kept = open(mask, n, i);
          const alone: Arguments = [[[query]], [permuted(nth(k, n), kept)], [permuted(nth(v, n), kept)]];
          const allowed = attention.allowed(...alone);
          const own = [[nth(nth(attention.allowed(...given), n), i)]];
          expectClose(await attention(...alone), [[nth(nth(together, n), i)]], allowed, own);
        }
      }
    }),
    law(
      'masked keys and values do not matter',
      fc.tuple(masked, numbers(grid, 24)),
      async (attention, given, drawn) => {
        const [q, k, v, mask] = given;
        const fill = take(drawn);
        const isOpen = (n: number, j: number): boolean => nth(mask, n).some((row) => row[j] === 1);
        const others = (x: Sequence): Sequence =>
          x.map((rows, n) => rows.map((row, j) => (isOpen(n, j) ? row : row.map(fill.number))));
        const other: Masked = [q, others(k), others(v), mask];
        const allowed = attention.allowed(...given);
        expectClose(await attention(...other), await attention(...given), allowed, allowed);
      },
    ),
    law('queries of zeros average the values that they may attend', fc.tuple(masked), async (attention, drawn) => {
      const [q, k, v, mask] = drawn;
      const args: Masked = [mapNumbers(q, () => 0), k, v, mask];
      const expected = q.map((rows, n) =>
        rows.map((_, i) => {
          const kept = open(mask, n, i);
          return nth(nth(v, n), 0).map(
            (_entry, c) => kept.reduce((sum, j) => sum + (v[n]?.[j]?.[c] ?? 0), 0) / kept.length,
          );
        }),
      );
      const allowed = attention.allowed(...args);
      expectClose(await attention(...args), expected, allowed, allowed);
    }),
    law(
      'the features four times over are worth twice the query',
      fc.tuple(calls),
      async (attention, [q, k, v, mask]) => {
        const fourfold = (x: Sequence): Sequence =>
          x.map((rows) => rows.map((row) => [...row, ...row, ...row, ...row]));
        const wide: Arguments = given(fourfold(q), fourfold(k), v, mask);
        const twice: Arguments = given(scaled(q, 2), k, v, mask);
        const [allowed, same] = [attention.allowed(...wide), attention.allowed(...twice)];
        expectClose(await attention(...wide), await attention(...twice), allowed, same);
      },
    ),
    law(
      'the same vector added to every key changes nothing',
      fc.tuple(onGrid, numbers(grid, 24)),
      async (attention, drawn, by) => {
        const [q, k, v, mask] = drawn;
        const vector = take(by).vector(4);
        const shifted = k.map((rows) => rows.map((row) => row.map((x, c) => x + nth(vector, c))));
        const other: Masked = [q, shifted, v, mask];
        expectClose(
          await attention(...other),
          await attention(...drawn),
          attention.allowed(...other),
          attention.allowed(...drawn),
        );
      },
    ),
    law(
      'a number added to every value is added to every result',
      fc.tuple(onGrid, grid),
      async (attention, drawn, by) => {
        const [q, k, v, mask] = drawn;
        const other: Masked = [q, k, mapNumbers(v, (x) => x + by), mask];
        expectClose(
          await attention(...other),
          mapNumbers(await attention(...drawn), (x) => x + by),
          attention.allowed(...other),
          attention.allowed(...drawn),
          2 ** -48,
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, q, k, v, mask) =>
    q.map((queries, n) =>
      roundedAttention(
        r,
        queries,
        nth(k, n),
        nth(v, n),
        (i, j) => mask === undefined || mask[n]?.[i]?.[j]?.value === 1,
      ),
    ),
};
