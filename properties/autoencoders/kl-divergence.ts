import fc from 'fast-check';
import { klDivergenceGradient, klDivergence as reference } from '../../reference/autoencoders/kl-divergence.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, probabilityRow, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions, productInLogarithm } from './kl-divergence.misconceptions.ts';
import { neverNegative } from './shared/divergence-laws.ts';

export type KlDivergence = (p: Vector, q: Vector) => number;

/** A pair of distributions, and which outcomes get probability 0. */
const drawn: fc.Arbitrary<{ p: Vector; q: Vector; zeros: boolean[] }> = fc
  .tuple(size(5), numbers(), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([k, values, zeros]) => {
    const { vector } = take(values);
    return { p: probabilityRow(vector(k)), q: probabilityRow(vector(k)), zeros };
  });

const positive: fc.Arbitrary<[Vector, Vector]> = drawn.map(({ p, q }) => [p, q]);

/** Positive numbers that need not sum to 1: differences step to both sides of them. */
const farFromZero: fc.Arbitrary<[Vector, Vector]> = fc.tuple(size(5), numbers()).map(([k, values]) => {
  const { vector } = take(values.map((x) => Math.fround(0.25 + Math.abs(x))));
  return [vector(k), vector(k)];
});

/** p has zeros a third of the time. */
const pairs: fc.Arbitrary<[Vector, Vector]> = fc
  .tuple(drawn, fc.nat(2))
  .map(([{ p, q, zeros }, style]) => [style === 0 ? ruledOut(p, zeros) : p, q]);

/** q is 0 at some outcomes, and half of the time p is 0 at the same ones. */
const extreme: fc.Arbitrary<[Vector, Vector]> = fc
  .tuple(drawn, fc.boolean())
  .map(([{ p, q, zeros }, both]) => [both ? ruledOut(p, zeros) : p, ruledOut(q, zeros)]);

export const klDivergence: Entry<KlDivergence> = {
  id: 'klDivergence',
  lecture: 8,
  title: 'Kullback-Leibler divergence',
  latex: String.raw`D(p \| q) = \sum_{k=1}^{K} p_k \log \frac{p_k}{q_k}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 3.13', 'Lecture 8'],
  parameters: { p: is.vector({ element: { least: 0 } }), q: is.vector({ element: { least: 0 } }) },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/kl-divergence.ts'),
  gradient: {
    wrt: ['p', 'q'],
    reference: klDivergenceGradient,
    inputs: farFromZero,
    kinks: {
      'ruled out by q alone': 'the divergence is infinite, and the form ends there',
      'both certain, of different outcomes': 'the divergence is infinite, and the form ends there',
    },
  },

  inputs: pairs,
  extreme,

  edges: {
    'one outcome': [[1], [1]],
    'the same': [
      [0.25, 0.75],
      [0.25, 0.75],
    ],
    'a certain outcome': [
      [0, 1, 0],
      [0.25, 0.5, 0.25],
    ],
    'far apart': [
      [1 / 4096, 4095 / 4096],
      [4095 / 4096, 1 / 4096],
    ],
  },
  extremeEdges: {
    'ruled out by both': [
      [0.5, 0, 0.5],
      [0.25, 0, 0.75],
    ],
    'ruled out by q alone': [
      [0.5, 0.5],
      [1, 0],
    ],
    'both certain, of different outcomes': [
      [0, 1],
      [1, 0],
    ],
  },
  illegal: {
    'p longer': { args: [[0.5, 0.5], [1]], names: 'q' },
    'q longer': { args: [[1], [0.5, 0.5]], names: 'q' },
  },
  hardCases: {
    'one outcome': (p) => p.length === 1,
    'ruled out by p': (p) => p.includes(0),
    'nothing ruled out, above 1 outcome': (p) => p.length > 1 && !p.includes(0),
    'a probability below 1/100': (p, q) => [...p, ...q].some((x) => x > 0 && x < 0.01),
  },

  worked: [
    {
      name: 'a certain outcome',
      origin: 'by hand: 0 + 1 ln(1/(1/2))',
      args: [
        [0, 1],
        [0.5, 0.5],
      ],
      expected: Math.LN2,
    },
    {
      name: 'halves against quarters',
      origin: 'by hand: 1/2 ln 2 + 1/4 ln 1 + 1/4 ln(1/2)',
      args: [
        [0.5, 0.25, 0.25],
        [0.25, 0.25, 0.5],
      ],
      expected: Math.LN2 / 4,
    },
    {
      name: 'three quarters against halves',
      origin: 'by hand: 3/4 ln(3/2) + 1/4 ln(1/2) = 3/4 ln 3 - ln 2',
      args: [
        [0.75, 0.25],
        [0.5, 0.5],
      ],
      expected: 0.75 * Math.log(3) - Math.LN2,
    },
  ],

  laws: [
    neverNegative(pairs),
    law('a distribution does not diverge from itself', fc.tuple(pairs), async (kl, [p]) => {
      expectClose(await kl(p, p), 0, kl.allowed(p, p));
    }),
    law('from the uniform distribution it is log K minus the entropy', fc.tuple(pairs), async (kl, [p]) => {
      const K = 2 ** Math.ceil(Math.log2(p.length));
      const padded = Array.from({ length: K }, (_, k) => p[k] ?? 0);
      const uniform = padded.map(() => 1 / K);
      const entropy = -total(padded.map((x) => (x === 0 ? 0 : x * Math.log(x))));
      expectClose(await kl(padded, uniform), Math.log(K) - entropy, kl.allowed(padded, uniform), 2 ** -48);
    }),
    law('for independent pairs it is the sum', fc.tuple(positive, positive), async (kl, [p, q], [r, s]) => {
      const product = (a: Vector, b: Vector): Vector => a.flatMap((x) => b.map((y) => x * y));
      const joint = await kl(product(p, r), product(q, s));
      const apart = [kl.allowed(p, q), kl.allowed(r, s)];
      const allowed = kl.allowed(product(p, r), product(q, s));
      expectClose(joint, (await kl(p, q)) + (await kl(r, s)), allowed, total(apart), 2 ** -50 * Math.abs(joint));
    }),
    law('merging two outcomes never increases it', fc.tuple(pairs), async (kl, [p, q]) => {
      const merged = ([a = 0, b = 0, ...rest]: Vector): Vector => [a + b, ...rest];
      const [fine, coarse] = [await kl(p, q), await kl(merged(p), merged(q))];
      const allowed = kl.allowed(p, q) + kl.allowed(merged(p), merged(q));
      expectThat(coarse <= fine + allowed, `${coarse} after merging, ${fine} before`);
    }),
    law('the order of the outcomes does not matter', fc.tuple(pairs), async (kl, [p, q]) => {
      const allowed = kl.allowed(p, q);
      expectClose(await kl([...p].reverse(), [...q].reverse()), await kl(p, q), allowed, allowed);
    }),
  ],

  misconceptions,
  errata: [
    {
      where: 'lecture 8, KL',
      printed: 'integral of p log p q',
      holds: 'integral of p log(p/q)',
      variant: {
        implementation: productInLogarithm,
        fails: [
          [0.75, 0.25],
          [0.5, 0.5],
        ],
      },
    },
  ],

  rounding: (r, p, q) => {
    const at = (k: number): Rounded => nth(q, k);
    if (p.some((pk, k) => pk.value > 0 && at(k).value === 0)) return r.exact(Infinity);
    return r.sum(p.map((pk, k) => (pk.value === 0 ? r.exact(0) : r.multiply(pk, r.log(r.divide(pk, at(k)))))));
  },
};

/** Sets some probabilities to 0, never the first one, which takes what they had. */
function ruledOut(row: Vector, zeros: readonly boolean[]): Vector {
  const kept = row.map((x, k) => (k > 0 && zeros[k] ? 0 : x));
  return kept.with(0, 1 - total(kept.slice(1)));
}
