import fc from 'fast-check';
import { topK as reference } from '../../reference/attention/top-k.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { logitShift } from '../laws/logit-shift.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { rankedFirst, roundedOver } from './shared/kept-tokens.ts';
import { edges, extremeEdges, worked } from './top-k.cases.ts';
import { misconceptions } from './top-k.misconceptions.ts';

export type TopK = (logits: Vector, k: number) => Vector;
type Arguments = Parameters<TopK>;

/** Few different logits, of which several are alike. */
const coarse = fc.integer({ min: -2, max: 2 });

const cut = (element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      size(6),
      fc.oneof({ arbitrary: numbers(element, 6), weight: 3 }, { arbitrary: numbers(coarse, 6), weight: 1 }),
      fc.nat(59),
    )
    .map(([n, drawn, k]) => [take(drawn).vector(n), 1 + (k % n)]);

const inputs = cut(mild);

/** Sizes to 1e30, several logits alike. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(cut(grid), fc.constantFrom(1e2, 1e3, 1e5, 1e10, 1e30))
  .map(([[logits, k], scale]) => [logits.map((z) => Math.fround(z * scale)), k]);

/** Whether there is a logit outside that is as large as the least one inside. */
const isTiedAtTheEdge = (logits: Vector, k: number): boolean => {
  const sorted = logits.toSorted((a, b) => b - a);
  return k < logits.length && sorted[k - 1] === sorted[k];
};

export const topK: Entry<TopK> = {
  id: 'topK',
  lecture: 11,
  title: 'Top-k',
  latex: String.raw`p_i = \frac{e^{z_i}}{\sum_{j \in K} e^{z_j}} \text{ for } i \in K, \quad 0 \text{ otherwise}`,
  source: ['Fan, Lewis, Dauphin (2018), Hierarchical Neural Story Generation, section 5.4', 'Lecture 11'],
  parameters: { logits: is.vector(), k: is.integer(1) },
  result: is.vector(),

  reference,

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal: {
    'k not whole': { args: [[0.5, -1.25, 2], 1.5], names: 'k' },
    'k above the number of logits': { args: [[1, 2], 3], names: 'k' },
    'a logit that is not finite': { args: [[1, -Infinity], 1], names: 'logits' },
  },
  hardCases: {
    'one logit': (logits) => logits.length === 1,
    'k = n': (logits, k) => logits.length > 1 && k === logits.length,
    'k = 1 of several': (logits, k) => logits.length > 1 && k === 1,
    'some kept, some not': (logits, k) => k > 1 && k < logits.length,
    'a tie at the edge': isTiedAtTheEdge,
    'equal logits': (logits) => logits.length > 1 && logits.every((z) => z === logits[0]),
    'spread over 8': (logits) => Math.max(...logits) - Math.min(...logits) > 8,
    'the largest is not the first': (logits) => logits.some((z) => z > nth(logits, 0)),
  },

  worked,

  laws: [
    law('it sums to 1', inputs, async (topK, ...args) => {
      const allowed = topK.allowed(...args);
      expectClose(sumOf(await topK(...args)), 1, sumOf(allowed), 2 ** -50);
    }),
    law('k of them are above 0, and no other logit is larger than theirs', inputs, async (topK, logits, k) => {
      const p = await topK(logits, k);
      const kept = logits.filter((_, i) => nth(p, i) > 0);
      const left = logits.filter((_, i) => p[i] === 0);
      expectThat(kept.length === k && left.length === logits.length - k, `${kept.length} of ${k} are above 0`);
      expectThat(Math.min(...kept) >= Math.max(...left, -Infinity), 'a larger logit was left out');
    }),
    law('of equal logits the first are kept', inputs, async (topK, logits, k) => {
      const p = await topK(logits, k);
      const isSkipped = (i: number, j: number): boolean => logits[i] === logits[j] && p[i] === 0 && nth(p, j) > 0;
      for (const j of logits.keys()) {
        for (let i = 0; i < j; i++) expectThat(!isSkipped(i, j), `${j} was kept before ${i}`);
      }
    }),
    law('with k = n it is softmax', fc.tuple(inputs), async (topK, [logits]) => {
      const powers = logits.map((z) => Math.exp(z));
      const expected = powers.map((e) => e / sumOf(powers));
      expectClose(await topK(logits, logits.length), expected, topK.allowed(logits, logits.length), 2 ** -48);
    }),
    law('with k = 1 it is one-hot', fc.tuple(inputs), async (topK, [logits]) => {
      const top = logits.indexOf(Math.max(...logits));
      expectClose(
        await topK(logits, 1),
        logits.map((_, i) => (i === top ? 1 : 0)),
        topK.allowed(logits, 1),
      );
    }),
    law('the odds of two that are kept are e to the difference of their logits', cut(grid), async (topK, logits, k) => {
      const p = await topK(logits, k);
      const top = logits.indexOf(Math.max(...logits));
      const allowed = topK.allowed(logits, k);
      for (const [i, z] of logits.entries()) {
        if (p[i] === 0) continue;
        const odds = Math.exp(z - nth(logits, top));
        const error = nth(allowed, i) + odds * (nth(allowed, top) + 2 ** -50);
        expectClose(nth(p, i), odds * nth(p, top), error);
      }
    }),
    logitShift<TopK>(cut(grid)),
    law('the logits that are left out do not matter', inputs, async (topK, logits, k) => {
      const p = await topK(logits, k);
      const lowered = logits.map((z, i) => (p[i] === 0 ? z - 1 : z));
      expectClose(await topK(lowered, k), p, topK.allowed(logits, k), topK.allowed(lowered, k));
    }),
  ],

  misconceptions,

  rounding: (r, logits, k) =>
    roundedOver(
      r,
      logits,
      rankedFirst(
        logits.map(({ value }) => value),
        k.value,
      ),
    ),
};

function sumOf(xs: Vector): number {
  return xs.reduce((a, b) => a + b, 0);
}
