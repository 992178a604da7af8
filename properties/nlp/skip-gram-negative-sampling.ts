import fc from 'fast-check';
import {
  skipGramNegativeSampling as reference,
  skipGramNegativeSamplingGradient,
} from '../../reference/nlp/skip-gram-negative-sampling.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { roundedSoftplus } from '../losses/shared/rounded-softplus.ts';
import * as is from '../parameters/parameter.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './skip-gram-negative-sampling.cases.ts';
import { dot, misconceptions } from './skip-gram-negative-sampling.misconceptions.ts';

export type SkipGramNegativeSampling = (center: Vector, context: Vector, negatives: Matrix) => number;
type Arguments = Parameters<SkipGramNegativeSampling>;

const vectors = (element: fc.Arbitrary<number>, most: number): fc.Arbitrary<Arguments> =>
  fc.tuple(size(most), size(4), numbers(element, 18)).map(([d, K, drawn]) => {
    const { vector, matrix } = take(drawn);
    return [vector(d), vector(d), matrix(K, d)];
  });

/** Products below 16 in size: beyond, 1 - s(z) is rounding noise, and the loss of those who write it so is not a mild one. */
const inputs = fc.oneof(
  vectors(
    mild.map((x) => x / 4),
    3,
  ),
  vectors(
    grid.map((x) => x / 2),
    3,
  ),
);

const productsOf = ([center, context, negatives]: Arguments): number[] =>
  [context, ...negatives].map((other) => dot(other, center));

/** Products of 50 to 1e4 in size beside small ones: none at which 1 - s(z) is lost in part. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(vectors(grid, 3), fc.constantFrom(16, 64, 200))
  .map(([[center, context, negatives], scale]): Arguments => {
    const large = center.map((x) => x * scale);
    return [large, context, negatives];
  })
  .filter((args) => {
    const sizes = productsOf(args).map(Math.abs);
    return sizes.every((size) => size <= 1e4 && (size < 16 || size > 50)) && sizes.some((size) => size > 50);
  });

export const skipGramNegativeSampling: Entry<SkipGramNegativeSampling> = {
  id: 'skipGramNegativeSampling',
  lecture: 10,
  title: 'Skip-gram with negative sampling',
  latex: String.raw`L = -\log \sigma(c \cdot v) - \sum_{k=1}^{K} \log \sigma(-n_k \cdot v)`,
  source: [
    'Mikolov et al. (2013), Distributed Representations of Words and Phrases and their Compositionality, section 2.2',
    'Jurafsky, Martin (2023), Speech and Language Processing, 3rd edition draft, section 6.8',
    'Lecture 10',
  ],
  parameters: { center: is.vector(), context: is.vector(), negatives: is.matrix() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/nlp/skip-gram-negative-sampling.ts'),
  gradient: { wrt: ['center', 'context', 'negatives'], reference: skipGramNegativeSamplingGradient },

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    law('a negative costs what a context costs that is its opposite', inputs, async (loss, v, c, [n = []]) => {
      const opposite = (x: Vector): Vector => x.map((xi) => -xi || 0);
      const exchanged: Arguments = [v, opposite(n), [opposite(c)]];
      expectClose(await loss(...exchanged), await loss(v, c, [n]), loss.allowed(...exchanged), loss.allowed(v, c, [n]));
    }),
    law('a negative given twice costs twice', inputs, async (loss, v, c, negatives) => {
      const [once, twice, thrice] = [1, 2, 3].map((times) => Array.from({ length: times }, () => negatives).flat()) as [
        Matrix,
        Matrix,
        Matrix,
      ];
      const middle = await loss(v, c, twice);
      expectClose(
        (await loss(v, c, once)) + (await loss(v, c, thrice)),
        2 * middle,
        loss.allowed(v, c, once),
        loss.allowed(v, c, thrice),
        2 * loss.allowed(v, c, twice) + 2 ** -48 * middle,
      );
    }),
    law('a center of zeros costs ln 2 for each of the others', inputs, async (loss, v, c, negatives) => {
      const zeros = v.map(() => 0);
      expectClose(
        await loss(zeros, c, negatives),
        (1 + negatives.length) * Math.LN2,
        loss.allowed(zeros, c, negatives),
        2 ** -48,
      );
    }),
    law('a negative that is the context costs as much as it spares', inputs, async (loss, v, c, _negatives) => {
      // -log s(z) - log s(-z) + z = -2 log s(-z)
      const opposite = c.map((x) => -x || 0);
      const [either, both] = [await loss(v, c, [c]), await loss(v, opposite, [c])];
      const z = dot(c, v);
      const size = c.reduce((sum, x, i) => sum + Math.abs(x * (v[i] as number)), 0);
      expectClose(
        either + z,
        both,
        loss.allowed(v, c, [c]),
        loss.allowed(v, opposite, [c]),
        2 ** -48 * (size + either + both),
      );
    }),
    law('the order of the negatives does not matter', inputs, async (loss, v, c, negatives) => {
      const turned = negatives.toReversed();
      expectClose(
        await loss(v, c, turned),
        await loss(v, c, negatives),
        loss.allowed(v, c, turned),
        loss.allowed(v, c, negatives),
      );
    }),
    law('all vectors may be turned around', inputs, async (loss, ...args) => {
      const opposite = (x: Vector): Vector => x.map((xi) => -xi || 0);
      const turned: Arguments = [opposite(args[0]), opposite(args[1]), args[2].map(opposite)];
      expectClose(await loss(...turned), await loss(...args), loss.allowed(...turned), loss.allowed(...args));
    }),
    law('it is never negative', inputs, async (loss, ...args) => {
      const value = await loss(...args);
      expectThat(value >= -loss.allowed(...args), `got ${value}`);
    }),
  ],

  misconceptions,

  rounding: (r, center, context, negatives) => {
    const attracted = roundedSoftplus(r, r.negate(r.dot(context, center)));
    return r.sum([attracted, ...negatives.map((negative) => roundedSoftplus(r, r.dot(negative, center)))]);
  },
};
