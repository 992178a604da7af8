import type { CompleteForm, Misconception, WrongForm } from '../entry/entry.ts';
import { lengthOf } from '../generalization/shared/norms.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { TfIdf } from './tf-idf.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const documents = (column: Vector): number => column.filter((count) => count > 0).length;

/** What a term weighs, from the numbers of documents and of those that have it. */
type Idf = (n: number, df: number, smooth: boolean) => number;
const idf: Idf = (n, df, smooth) => (smooth ? Math.log((1 + n) / (1 + df)) : Math.log(n / df)) + 1;

/** A row over what it is normalized by; undefined if that is 0 beside counts, where guards differ. */
const scaled = (row: Vector, size: number): Vector | undefined => {
  if (row.every((w) => w === 0)) return row;
  return size === 0 ? undefined : row.map((w) => w / size);
};

const weighted = (counts: Matrix, smooth: boolean, weight: Idf, df = documents): Matrix => {
  const weights = transposed(counts).map((column) => weight(counts.length, df(column), smooth));
  return counts.map((row) => row.map((count, t) => (count === 0 ? 0 : count * nth(weights, t))));
};

const normalized = (rows: Matrix, sizeOf: (row: Vector) => number = lengthOf): Matrix | undefined => {
  const scaledRows = rows.map((row) => scaled(row, sizeOf(row)));
  return scaledRows.every((row) => row !== undefined) ? scaledRows : undefined;
};

/** The formula with another weight, or another count of documents. */
const withWeight =
  (weight: Idf, df = documents): WrongForm<TfIdf> =>
  (counts, { smooth, normalize }) => {
    const rows = weighted(counts, smooth, weight, df);
    if (!normalize) return rows;
    // A term of weight 0 leaves nothing of a document that has no other: a guard of the writer's own decides.
    const lost = rows.some((row, d) => row.every((w) => w === 0) && nth(counts, d).some((count) => count > 0));
    return lost ? undefined : normalized(rows);
  };

const right: CompleteForm<TfIdf> = (counts, { smooth, normalize }) => {
  const rows = weighted(counts, smooth, idf);
  return normalize ? (normalized(rows) ?? rows) : rows;
};

export const misconceptions: readonly Misconception<TfIdf>[] = [
  {
    id: 'tfIdf/plus-one-missing',
    title: 'a 1 of the formula is left out',
    hint: 'Add 1 to the logarithm, so that a term of all documents counts as it is; smoothed, add 1 to n and to df as well.',
    caughtBy: ['terms of all documents count as they are', 'two documents, not normalized'],
    implementation: withWeight((n, df, smooth) => idf(n, df, smooth) - 1),
    readings: [
      // of the smoothing, with the other one and without it
      withWeight((n, df, smooth) => (smooth ? Math.log(n / (1 + df)) + 1 : idf(n, df, false))),
      withWeight((n, df, smooth) => (smooth ? Math.log((1 + n) / df) + 1 : idf(n, df, false))),
      withWeight((n, df, smooth) => Math.log(n / ((smooth ? 1 : 0) + df))),
      // of one of the two forms
      withWeight((n, df, smooth) => idf(n, df, smooth) - (smooth ? 1 : 0)),
      withWeight((n, df, smooth) => idf(n, df, smooth) - (smooth ? 0 : 1)),
    ],
  },
  {
    id: 'tfIdf/idf-inverted',
    title: 'a term weighs the more, the more documents have it',
    hint: 'The number of all documents is divided by df, not the other way round: a rare term says more.',
    caughtBy: 'two documents, neither smoothed nor normalized',
    implementation: withWeight((n, df, smooth) => 2 - idf(n, df, smooth)),
    readings: [withWeight((n, df, smooth) => 1 / idf(n, df, smooth))],
  },
  {
    id: 'tfIdf/total-counts',
    title: 'the counts of a term are added up for df',
    hint: 'df is the number of documents that have the term: one that has it five times counts once.',
    caughtBy: 'two documents, neither smoothed nor normalized',
    implementation: withWeight(idf, sum),
    // n counts the words of all documents as well
    readings: [
      (counts, options) => withWeight((_, df, smooth) => idf(sum(counts.flat()), df, smooth), sum)(counts, options),
    ],
  },
  {
    id: 'tfIdf/not-normalized',
    title: 'rows are never normalized',
    hint: 'Divide each row by its Euclidean length, unless normalize is false.',
    caughtBy: 'one document, a right triangle',
    implementation: (counts, { smooth }) => right(counts, { smooth, normalize: false }),
  },
  {
    id: 'tfIdf/sum-normalized',
    title: 'rows divided by their sum',
    hint: 'Divide each row by the root of the sum of its squares, its Euclidean length, and not by its sum.',
    caughtBy: 'one document, a right triangle',
    implementation: (counts, { smooth, normalize }) => {
      const rows = weighted(counts, smooth, idf);
      return normalize ? normalized(rows, sum) : rows;
    },
    // 0 / 0 for a document without terms
    readings: [
      (counts, { smooth, normalize }) => {
        const rows = weighted(counts, smooth, idf);
        return normalize ? rows.map((row) => row.map((w) => w / sum(row))) : rows;
      },
    ],
  },
  {
    id: 'tfIdf/smooth-ignored',
    title: 'always smoothed',
    hint: 'Read the option: with smooth false the weight is ln(n / df) + 1, without the ones that are added to n and df.',
    caughtBy: 'two documents, neither smoothed nor normalized',
    implementation: (counts, { normalize }) => right(counts, { smooth: true, normalize }),
  },
  {
    id: 'tfIdf/base-ten',
    title: 'another logarithm',
    hint: 'Take the natural logarithm, Math.log.',
    caughtBy: 'two documents, neither smoothed nor normalized',
    implementation: withWeight((n, df, smooth) => (idf(n, df, smooth) - 1) / Math.LN10 + 1),
    readings: [withWeight((n, df, smooth) => (idf(n, df, smooth) - 1) / Math.LN2 + 1)],
  },
  {
    id: 'tfIdf/relative-counts',
    title: 'counts divided by the length of the document',
    hint: 'Weigh the counts as they are: the rows are scaled only if normalize is true, by their Euclidean length.',
    caughtBy: 'two documents, neither smoothed nor normalized',
    clearOn: (_, options) => options?.normalize === false,
    implementation: (counts, { smooth, normalize }) => {
      if (counts.some((row) => sum(row) === 0)) return undefined;
      const rows = right(counts, { smooth, normalize });
      return normalize ? rows : rows.map((row, d) => row.map((w) => w / sum(nth(counts, d))));
    },
  },
];
