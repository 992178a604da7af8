import fc from 'fast-check';
import { tfIdf as reference } from '../../reference/nlp/tf-idf.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { lengthOf, roundedNorm } from '../generalization/shared/norms.ts';
import { given, numbers, options, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, worked } from './tf-idf.cases.ts';
import { misconceptions } from './tf-idf.misconceptions.ts';

type Options = { smooth?: boolean; normalize?: boolean };
export type TfIdf = (counts: Matrix, options?: Options) => Matrix;
type Arguments = Parameters<TfIdf>;

/** Small counts, 0 as often as not. */
const count = fc.oneof(
  { arbitrary: fc.constant(0), weight: 4 },
  { arbitrary: fc.integer({ min: 1, max: 5 }), weight: 4 },
  { arbitrary: fc.integer({ min: 6, max: 40 }), weight: 1 },
);
/** Counts with a document of no terms a quarter of the time. */
const counts: fc.Arbitrary<Matrix> = fc
  .tuple(size(5), size(5), numbers(count, 25), fc.nat(15))
  .map(([n, terms, drawn, emptied]) =>
    take(drawn)
      .matrix(n, terms)
      .map((row, d) => (n > 1 && d === emptied ? row.map(() => 0) : row)),
  );
/** The first document gets the terms that none has. */
const allTermsOccur = (matrix: Matrix): Matrix =>
  matrix.map((row, d) => row.map((count, t) => (d === 0 && matrix.every((other) => other[t] === 0) ? 1 : count)));
const drawnOptions = options<Options>({ smooth: fc.boolean(), normalize: fc.boolean() });

const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(counts, drawnOptions)
  .map(([matrix, chosen]) => given(chosen?.smooth === false ? allTermsOccur(matrix) : matrix, chosen) as Arguments);

/** One term of no document, unsmoothed. */
const extreme: fc.Arbitrary<Arguments> = fc
  .tuple(counts, fc.nat(4), fc.constantFrom<Options>({}, { normalize: true }, { normalize: false }))
  .map(([matrix, column, chosen]) => [
    matrix.map((row) => row.map((count, t) => (t === column % row.length ? 0 : count))),
    { smooth: false, ...chosen },
  ]);

const hasTerms = (row: Vector): boolean => row.some((count) => count > 0);

export const tfIdf: Entry<TfIdf> = {
  id: 'tfIdf',
  lecture: 10,
  title: 'Tf-idf',
  latex: String.raw`w_{dt} = c_{dt} \Bigl( \log \frac{1 + n}{1 + \operatorname{df}_t} + 1 \Bigr), \qquad y_d = \frac{w_d}{\lVert w_d \rVert}`,
  source: [
    'Salton, Buckley (1988), Term-weighting approaches in automatic text retrieval',
    'scikit-learn user guide, Tf-idf term weighting',
    'Lecture 10',
  ],
  parameters: {
    counts: is.matrix({ element: { least: 0 } }),
    options: is.options({ smooth: is.boolean({ default: true }), normalize: is.boolean({ default: true }) }),
  },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/nlp/tf-idf.ts'),

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal: {
    'a count that is not whole': { args: [[[1, 0.5]]], names: 'counts[0][1]' },
    'a negative count': { args: [[[1], [-1]]], names: 'counts[1][0]' },
  },
  hardCases,

  worked,

  laws: [
    law('the row of a document with terms has length 1', fc.tuple(counts), async (tfIdf, counts) => {
      const result = await tfIdf(counts);
      const allowed = tfIdf.allowed(counts);
      for (const [d, row] of counts.entries()) {
        expectClose(lengthOf(nth(result, d)), hasTerms(row) ? 1 : 0, lengthOf(nth(allowed, d)) + 2 ** -49);
      }
    }),
    law('a document of twice the counts keeps its row', inputs, async (tfIdf, counts, options = {}) => {
      const twice = counts.map((row, d) => (d === 0 ? row.map((count) => 2 * count) : row));
      const all = { ...options, normalize: true };
      expectClose(
        await tfIdf(twice, all),
        await tfIdf(counts, all),
        tfIdf.allowed(twice, all),
        tfIdf.allowed(counts, all),
      );
    }),
    law('not normalized, twice the counts give twice the rows', inputs, async (tfIdf, counts, options = {}) => {
      const twice = counts.map((row) => row.map((count) => 2 * count));
      const plain = { ...options, normalize: false };
      const times = (matrix: Matrix): Matrix => matrix.map((row) => row.map((w) => 2 * w));
      expectClose(
        await tfIdf(twice, plain),
        times(await tfIdf(counts, plain)),
        tfIdf.allowed(twice, plain),
        times(tfIdf.allowed(counts, plain)),
      );
    }),
    law('a normalized row is the other one over its length', inputs, async (tfIdf, counts, options = {}) => {
      const [plain, scaled] = [
        { ...options, normalize: false },
        { ...options, normalize: true },
      ];
      const [long, result] = [await tfIdf(counts, plain), await tfIdf(counts, scaled)];
      const [errors, allowed] = [tfIdf.allowed(counts, plain), tfIdf.allowed(counts, scaled)];
      for (const [d, row] of long.entries()) {
        if (!hasTerms(nth(counts, d))) continue;
        const length = lengthOf(row);
        const own = lengthOf(nth(errors, d)) / length;
        expectClose(
          nth(result, d),
          row.map((w) => w / length),
          nth(allowed, d),
          2 * own + 2 ** -49,
        );
      }
    }),
    law('terms of all documents count as they are', fc.tuple(counts, drawnOptions), async (tfIdf, counts, options) => {
      const full = counts.map((row) => row.map((count) => count + 1));
      const plain = { ...options, normalize: false };
      expectClose(await tfIdf(full, plain), full, tfIdf.allowed(full, plain));
    }),
    law(
      'unsmoothed, documents that are all given twice keep their rows',
      inputs,
      async (tfIdf, counts, options = {}) => {
        const matrix = allTermsOccur(counts);
        const twice = [...matrix, ...matrix];
        const raw = { ...options, smooth: false };
        const [once, allowed] = [await tfIdf(matrix, raw), tfIdf.allowed(matrix, raw)];
        expectClose(await tfIdf(twice, raw), [...once, ...once], tfIdf.allowed(twice, raw), [...allowed, ...allowed]);
      },
    ),
    law('smoothed is as unsmoothed with one more document of all terms', fc.tuple(counts), async (tfIdf, counts) => {
      const more = [...counts, nth(counts, 0).map(() => 1)];
      const [smooth, raw] = [{ normalize: false }, { smooth: false, normalize: false }];
      expectClose(
        await tfIdf(counts, smooth),
        (await tfIdf(more, raw)).slice(0, -1),
        tfIdf.allowed(counts, smooth),
        tfIdf.allowed(more, raw).slice(0, -1),
      );
    }),
    law('the orders of documents and of terms do not matter', inputs, async (tfIdf, counts, ...o) => {
      const turn = (matrix: Matrix): Matrix => matrix.toReversed().map((row) => row.toReversed());
      const turned = turn(counts);
      expectClose(
        await tfIdf(turned, ...o),
        turn(await tfIdf(counts, ...o)),
        tfIdf.allowed(turned, ...o),
        turn(tfIdf.allowed(counts, ...o)),
      );
    }),
    law('where there are counts there are weights, and nowhere else', inputs, async (tfIdf, counts, ...o) => {
      const result = await tfIdf(counts, ...o);
      expectThat(
        counts.every((row, d) => row.every((count, t) => count > 0 === nth(nth(result, d), t) > 0)),
        `got ${JSON.stringify(result)}`,
      );
    }),
  ],

  misconceptions,

  rounding: (r, counts, { smooth, normalize }) => {
    const extra = smooth ? 1 : 0;
    const weights = transposed(counts).map((column) => {
      const df = column.filter(({ value }) => value > 0).length;
      if (df === 0) return r.exact(0);
      return r.add(r.log(r.divide(r.exact(counts.length + extra), r.exact(df + extra))), r.exact(1));
    });
    return counts.map((row) => {
      const weighted = row.map((count, t) => (count.value === 0 ? r.exact(0) : r.multiply(count, nth(weights, t))));
      if (!normalize || weighted.every(({ value }) => value === 0)) return weighted;
      const norm = roundedNorm(r, weighted);
      return weighted.map((w) => r.divide(w, norm));
    });
  },
};
