import fc from 'fast-check';
import { topP as reference } from '../../reference/attention/top-p.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, mild, numbers, size } from '../inputs/inputs.ts';
import { logitShift } from '../laws/logit-shift.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { rankedFirst, roundedOver, softmaxOf } from './shared/kept-tokens.ts';
import { edges, worked } from './top-p.cases.ts';
import { misconceptions } from './top-p.misconceptions.ts';

export type TopP = (logits: Vector, p: number) => Vector;
type Arguments = Parameters<TopP>;

/** How far from p every sum stays, of none and of all tokens too: no order of summation decides. */
const CLEAR = 2e-6;

/** The sums of the most probable tokens: none, one, two and so on. */
const sumsOf = (logits: Vector): number[] => {
  const sums = [0];
  for (const p of softmaxOf(logits).toSorted((a, b) => b - a)) sums.push(nth(sums, sums.length - 1) + p);
  return sums;
};
const isClear = ([logits, p]: Arguments): boolean => sumsOf(logits).every((sum) => Math.abs(sum - p) > CLEAR);
/** How many tokens reach p. */
const needed = ([logits, p]: Arguments): number =>
  Math.max(
    1,
    sumsOf(logits).findIndex((sum) => sum >= p),
  );

/** Up to 6 different logits, and a p that is anywhere, or a little above or below one of the sums. */
const cut = (element: fc.Arbitrary<number>): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      size(6),
      numbers(element, 12),
      fc.integer({ min: 1, max: 999 }),
      fc.nat(59),
      fc.constantFrom('anywhere', 'anywhere', 'above a sum', 'below a sum'),
    )
    .map(([n, drawn, thousandths, which, style]): Arguments => {
      const logits = [...new Set(drawn)].slice(0, n);
      const sum = nth(sumsOf(logits), which % (logits.length + 1));
      const p = style === 'anywhere' ? thousandths / 1000 : sum + (style === 'above a sum' ? 1 : -1) / 512;
      return [logits, p > 0 && p < 1 ? p : thousandths / 1000];
    })
    .filter(isClear);

const inputs = cut(mild);

export const topP: Entry<TopP> = {
  id: 'topP',
  lecture: 11,
  title: 'Top-p',
  latex: String.raw`q_i = \frac{e^{z_i}}{\sum_{j \in K} e^{z_j}} \text{ for } i \in K, \quad 0 \text{ otherwise}, \quad \sum_{i \in K} \text{softmax}(z)_i \ge p`,
  source: [
    'Holtzman, Buys, Du, Forbes, Choi (2020), The Curious Case of Neural Text Degeneration, section 3.1',
    'Lecture 11',
  ],
  parameters: { logits: is.vector(), p: is.probability() },
  result: is.vector(),

  reference,

  inputs,
  // Equal logits, and p at the ends of its range.
  extended: fc.tuple(size(4), grid, fc.constantFrom(0, 1)).map(([n, z, p]) => [Array.from({ length: n }, () => z), p]),

  edges,
  illegal: {
    'a logit that is not finite': { args: [[1, -Infinity], 0.5], names: 'logits' },
    'a share barely above 1': { args: [[1, 2], 1 + 2 ** -21], names: 'p' },
  },
  hardCases: {
    'one logit': (logits) => logits.length === 1,
    'the first token is enough, of several': (...args) => args[0].length > 1 && needed(args) === 1,
    'two or more are needed, not all': (...args) => needed(args) > 1 && needed(args) < args[0].length,
    'all of several are needed': (...args) => args[0].length > 1 && needed(args) === args[0].length,
    'no token alone reaches p': (logits, p) => Math.max(...softmaxOf(logits)) < p,
    'two tokens reach p alone': (logits, p) => softmaxOf(logits).filter((x) => x >= p).length > 1,
    'p just above a sum': (logits, p) => sumsOf(logits).some((sum) => p > sum && p - sum < 1 / 256),
    'p just below a sum': (logits, p) => sumsOf(logits).some((sum) => p < sum && sum - p < 1 / 256),
    'the most probable is not the first': (logits) => logits.some((z) => z > nth(logits, 0)),
  },

  worked,

  laws: [
    law('it sums to 1', inputs, async (topP, ...args) => {
      expectClose(sumOf(await topP(...args)), 1, sumOf(topP.allowed(...args)), 2 ** -50);
    }),
    law('what is kept reaches p, and not without its least probable token', inputs, async (topP, logits, p) => {
      const result = await topP(logits, p);
      const kept = softmaxOf(logits).filter((_, i) => nth(result, i) > 0);
      expectThat(kept.length > 0 && sumOf(kept) >= p, `${kept.length} tokens sum to ${sumOf(kept)}`);
      const before = sumOf(kept) - Math.min(...kept);
      expectThat(before < p || kept.length === 1, `without the last they sum to ${before}`);
    }),
    law('no token that is left out is more probable than one that is kept', inputs, async (topP, logits, p) => {
      const result = await topP(logits, p);
      const kept = logits.filter((_, i) => nth(result, i) > 0);
      const left = logits.filter((_, i) => result[i] === 0);
      expectThat(kept.length + left.length === logits.length, 'a negative share');
      expectThat(Math.min(...kept) >= Math.max(...left, -Infinity), 'a larger logit was left out');
    }),
    law('the odds of two that are kept are e to the difference of their logits', cut(grid), async (topP, logits, p) => {
      const result = await topP(logits, p);
      const top = logits.indexOf(Math.max(...logits));
      const allowed = topP.allowed(logits, p);
      for (const [i, z] of logits.entries()) {
        if (result[i] === 0) continue;
        const odds = Math.exp(z - nth(logits, top));
        expectClose(nth(result, i), odds * nth(result, top), nth(allowed, i) + odds * (nth(allowed, top) + 2 ** -50));
      }
    }),
    law('with a p below every share the most probable token is alone', fc.tuple(inputs), async (topP, [logits]) => {
      const top = logits.indexOf(Math.max(...logits));
      const oneHot = logits.map((_, i) => (i === top ? 1 : 0));
      expectClose(await topP(logits, 1 / 16), oneHot, topP.allowed(logits, 1 / 16));
    }),
    law('a larger p leaves out no token that was kept', inputs, async (topP, logits, p) => {
      const larger = p + (1 - p) / 3;
      if (!isClear([logits, larger])) return;
      const [narrow, wide] = [await topP(logits, p), await topP(logits, larger)];
      expectThat(
        narrow.every((x, i) => x === 0 || nth(wide, i) > 0),
        `kept with ${p} and not with ${larger}`,
      );
    }),
    logitShift<TopP>(cut(grid)),
    law('reversing the tokens reverses the result', inputs, async (topP, logits, p) => {
      const allowed = topP.allowed(logits, p);
      const back = (await topP(logits.toReversed(), p)).toReversed();
      expectClose(back, await topP(logits, p), allowed, allowed);
    }),
  ],

  misconceptions,

  rounding: (r, logits, p) => {
    const plain = logits.map(({ value }) => value);
    const all = roundedOver(r, logits, rankedFirst(plain, plain.length));
    for (let count = 1; count < plain.length; count++) {
      const kept = rankedFirst(plain, count);
      const enough = r.atLeast(r.sum(kept.map((i) => nth(all, i))), p);
      if (enough.error > 0) return plain.map((): Rounded => r.known(0, Infinity));
      if (enough.value === 1) return roundedOver(r, logits, kept);
    }
    return all;
  },
};

function sumOf(xs: Vector): number {
  return xs.reduce((a, b) => a + b, 0);
}
