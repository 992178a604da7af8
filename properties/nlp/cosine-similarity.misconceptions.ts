import type { Misconception } from '../entry/entry.ts';
import { lengthOf, squaresOf } from '../generalization/shared/norms.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import type { CosineSimilarity } from './cosine-similarity.ts';

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * nth(b, i), 0);
const naive = (x: Vector): number => Math.sqrt(squaresOf(x));
const largest = (x: Vector): number => Math.max(...x.map(Math.abs));
const over = (x: Vector, divisor: number): Vector => x.map((xi) => xi / divisor);
const isZero = (x: Vector): boolean => x.every((xi) => xi === 0);

/** NaN at a vector of zeros, and right elsewhere. */
const unguarded: CosineSimilarity = (a, b) => {
  const [x, y] = [over(a, largest(a)), over(b, largest(b))];
  return dot(x, y) / (lengthOf(x) * lengthOf(y));
};
const right: CosineSimilarity = (a, b) => (isZero(a) || isZero(b) ? 0 : unguarded(a, b));

/** Ways to divide by norms that overflow or vanish, or whose product does. */
const OVERFLOWING: readonly CosineSimilarity[] = [
  (a, b) => dot(a, b) / (naive(a) * naive(b)),
  (a, b) => dot(a, b) / Math.sqrt(squaresOf(a) * squaresOf(b)),
  (a, b) => dot(a, b) / naive(a) / naive(b),
  (a, b) => dot(over(a, naive(a)), over(b, naive(b))),
  (a, b) => dot(a, b) / (lengthOf(a) * lengthOf(b)),
  (a, b) => dot(a, b) / lengthOf(a) / lengthOf(b),
];
/** Where they are kept from a division by 0: by the vectors, by the norms, by the divisor. */
const KEPT: readonly ((form: CosineSimilarity) => CosineSimilarity)[] = [
  (form) => (a, b) => (isZero(a) || isZero(b) ? 0 : form(a, b)),
  (form) => (a, b) => (naive(a) === 0 || naive(b) === 0 ? 0 : form(a, b)),
  (form) => (a, b) => (naive(a) * naive(b) === 0 ? 0 : form(a, b)),
  (form) => (a, b) => (lengthOf(a) * lengthOf(b) === 0 ? 0 : form(a, b)),
  (form) => (a, b) => form(a, b) || 0,
  (form) => form,
];
const overflowing = KEPT.flatMap((kept) => OVERFLOWING.map((form) => kept(form)));

export const misconceptions: readonly Misconception<CosineSimilarity>[] = [
  {
    id: 'cosineSimilarity/dot-product',
    title: 'the product of the vectors alone',
    hint: 'Divide by the norms of both vectors: a vector that is twice as long has the same direction.',
    caughtBy: 'only the direction counts',
    implementation: (a, b) => dot(a, b),
  },
  {
    id: 'cosineSimilarity/distance',
    title: 'the distance, 1 less the cosine',
    hint: 'Return the cosine itself: 1 for the same direction, 0 for a right angle.',
    caughtBy: 'a vector and itself give 1',
    rearrangesResult: (c) => 1 - c,
    implementation: (a, b) => 1 - right(a, b),
  },
  {
    id: 'cosineSimilarity/roots-missing',
    title: 'the squares of the norms in place of the norms',
    hint: 'The norm is the square root of the sum of the squares: take both roots before you divide.',
    caughtBy: 'only the direction counts',
    implementation: (a, b) => dot(a, b) / (squaresOf(a) * squaresOf(b)),
    readings: [(a, b) => dot(a, b) / (squaresOf(a) * lengthOf(b)), (a, b) => dot(a, b) / (lengthOf(a) * squaresOf(b))],
  },
  {
    id: 'cosineSimilarity/one-norm-only',
    title: 'divided by one of the norms',
    hint: 'Divide by the norm of a and by the norm of b: the length of neither vector may matter.',
    caughtBy: 'only the direction counts',
    implementation: (a, b) => dot(a, b) / lengthOf(a),
    readings: [
      (a, b) => dot(a, b) / lengthOf(b),
      (a, b) => dot(a, b) / squaresOf(a),
      (a, b) => dot(a, b) / squaresOf(b),
    ],
  },
  {
    id: 'cosineSimilarity/squares-overflow',
    title: 'squares or products of the entries as they are',
    hint: 'The square of 1e170 is Infinity and that of 1e-170 is 0: divide each vector by its largest entry first, the cosine stays.',
    caughtBy: ['entries of 1e170', 'entries of 1e-170', 'one of 1e170, one of 1e-170'],
    verdict: 'unstable',
    implementation: nth(overflowing, 0),
    readings: overflowing.slice(1),
  },
  {
    id: 'cosineSimilarity/zero-over-zero',
    title: 'a division by a norm of 0',
    hint: 'The norm of a vector of zeros is 0: return 0 where one of the vectors has no direction.',
    caughtBy: 'a zero vector',
    verdict: 'unstable',
    implementation: unguarded,
  },
];
