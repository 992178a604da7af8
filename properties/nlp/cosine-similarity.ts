import fc from 'fast-check';
import { cosineSimilarityGradient, cosineSimilarity as reference } from '../../reference/nlp/cosine-similarity.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { lengthOf } from '../generalization/shared/norms.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import type { Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, worked } from './cosine-similarity.cases.ts';
import { misconceptions } from './cosine-similarity.misconceptions.ts';

export type CosineSimilarity = (a: Vector, b: Vector) => number;
type Pair = Parameters<CosineSimilarity>;

const notZero = (x: Vector): Vector => (x.some((xi) => xi !== 0) ? x : x.with(0, 1));

const drawn: fc.Arbitrary<Pair> = fc.tuple(size(5), numbers()).map(([n, drawn]) => {
  const { vector } = take(drawn);
  return [notZero(vector(n)), notZero(vector(n))];
});
/** Some point the same or the opposite way, or at a right angle to each other. */
const pairs: fc.Arbitrary<Pair> = fc
  .tuple(drawn, fc.constantFrom('any', 'any', 'any', 'along', 'across'), fc.constantFrom(1, 2, -1, -0.5))
  .map(([[a, b], kind, factor]) => {
    if (kind === 'along') return [a, a.map((x) => x * factor || 0)];
    if (kind === 'any' || a.length < 2) return [a, b];
    // A quarter turn of the first two entries; the others are 0 in one of the two vectors.
    const turned = a.map(
      (_, i) => (i === 0 ? -(a[1] as number) * factor : i === 1 ? (a[0] as number) * factor : 0) || 0,
    );
    return [a, notZero(turned)];
  });

/** A size from 1e-170 to 1e170, or 0. */
const anySize = fc
  .tuple(fc.integer({ min: 16, max: 64 }), fc.boolean(), fc.constantFrom(2 ** 562, 2 ** 512, 1, 2 ** -512, 2 ** -564))
  .map(([k, negative, scale]) => (negative ? -1 : 1) * (k / 16) * scale);
const alike = (scale: number): fc.Arbitrary<number> =>
  fc.integer({ min: -64, max: 64 }).map((k) => (k / 16) * scale || 0);
const anyVector: fc.Arbitrary<Vector> = fc
  .oneof(
    ...[2 ** 562, 2 ** 512, 1, 2 ** -512, 2 ** -564].map((scale) => numbers(alike(scale), 5)),
    numbers(fc.oneof({ arbitrary: anySize, weight: 4 }, { arbitrary: fc.constant(0), weight: 1 }), 5),
    fc.constant([0]),
  )
  .map((drawn) => take(drawn).vector(5));

export const cosineSimilarity: Entry<CosineSimilarity> = {
  id: 'cosineSimilarity',
  lecture: 10,
  title: 'Cosine similarity',
  latex: String.raw`c = \frac{\sum_i a_i b_i}{\lVert a \rVert \lVert b \rVert}`,
  source: ['Jurafsky, Martin (2023), Speech and Language Processing, 3rd edition draft, section 6.4', 'Lecture 10'],
  parameters: { a: is.vector(), b: is.vector() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/nlp/cosine-similarity.ts'),
  gradient: {
    wrt: ['a', 'b'],
    reference: cosineSimilarityGradient,
    // The cosine bends most near vectors of zeros.
    inputs: pairs.filter(([a, b]) => lengthOf(a) >= 0.5 && lengthOf(b) >= 0.5),
  },

  inputs: pairs,
  extreme: fc.tuple(size(5), anyVector, anyVector).map(([n, a, b]): Pair => [a.slice(0, n), b.slice(0, n)]),

  edges,
  extremeEdges,
  illegal: {
    'b longer': {
      args: [
        [1, 2],
        [1, 2, 3],
      ],
      names: 'b',
    },
    'b shorter': {
      args: [
        [1, 2, 3],
        [1, 2],
      ],
      names: 'b',
    },
  },
  hardCases,

  worked,

  laws: [
    law('the two vectors may be exchanged', pairs, async (cosine, a, b) => {
      expectClose(await cosine(b, a), await cosine(a, b), cosine.allowed(b, a), cosine.allowed(a, b));
    }),
    law('a vector and itself give 1', pairs, async (cosine, a, _b) => {
      expectClose(await cosine(a, a), 1, cosine.allowed(a, a));
    }),
    law('only the direction counts', pairs, async (cosine, a, b) => {
      const [longer, shorter] = [a.map((x) => 4 * x), b.map((x) => x / 8)];
      expectClose(
        await cosine(longer, shorter),
        await cosine(a, b),
        cosine.allowed(longer, shorter),
        cosine.allowed(a, b),
      );
    }),
    law('the opposite vector gives the opposite', pairs, async (cosine, a, b) => {
      const opposite = a.map((x) => -x || 0);
      expectClose(await cosine(opposite, b), -(await cosine(a, b)), cosine.allowed(opposite, b), cosine.allowed(a, b));
    }),
    law('it is from -1 to 1', pairs, async (cosine, a, b) => {
      const c = await cosine(a, b);
      expectThat(Math.abs(c) <= 1 + cosine.allowed(a, b), `got ${c}`);
    }),
    law('the squares of the cosines to all axes sum to 1', pairs, async (cosine, a, _b) => {
      let [sum, error] = [0, 2 ** -48];
      for (const i of a.keys()) {
        const axis = a.map((_, j) => (j === i ? 1 : 0));
        const c = await cosine(a, axis);
        const allowed = cosine.allowed(a, axis);
        sum += c * c;
        error += (2 * Math.abs(c) + allowed) * allowed;
      }
      expectClose(sum, 1, error);
    }),
    law('the order of the entries does not matter, nor a pair of zeros', pairs, async (cosine, a, b) => {
      const [x, y] = [
        [0, ...a.toReversed()],
        [0, ...b.toReversed()],
      ];
      expectClose(await cosine(x, y), await cosine(a, b), cosine.allowed(x, y), cosine.allowed(a, b));
    }),
  ],

  misconceptions,

  rounding: (r, a, b) => {
    const [x, y] = [scaled(r, a), scaled(r, b)];
    if (x !== null && y !== null) return r.divide(r.dot(x.items, y.items), r.multiply(x.norm, y.norm));
    // Beside a vector of zeros one that leaves the range of the format makes NaN there.
    return r.known(0, [...a, ...b].some(({ error }) => error === Infinity) ? Infinity : 0);
  },
};

/** A vector over its largest entry, and the norm of that; null if all entries are 0. */
function scaled(r: Rounding, items: readonly Rounded[]): { items: Rounded[]; norm: Rounded } | null {
  const largest = Math.max(...items.map(({ value }) => Math.abs(value)));
  if (largest === 0) return null;
  const over = items.map((item) => r.divide(item, r.exact(largest)));
  return { items: over, norm: r.sqrt(r.sum(over.map((item) => r.square(item)))) };
}
