import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Bleu } from './bleu.ts';
import {
  brevityPenalty,
  type Clip,
  clippedByLargest,
  clippedBySum,
  closest,
  geometricMean,
  matched,
  ngrams,
} from './shared/ngrams.ts';

type Sentences = [candidate: string[], references: string[][]];

interface Parts {
  precision: (sentences: Sentences, n: number) => number;
  mean: (precisions: number[]) => number;
  penalty: (...sentences: Sentences) => number;
  orders: (maxOrder: number, candidate: string[]) => number;
}

const precisionBy =
  (clip: Clip, write = ngrams): Parts['precision'] =>
  ([candidate, references], n) =>
    candidate.length < n ? 0 : matched(candidate, references, n, clip, write) / (candidate.length - n + 1);

const RIGHT: Parts = {
  precision: precisionBy(clippedByLargest),
  mean: geometricMean,
  penalty: (candidate, references) => brevityPenalty(candidate.length, closest(candidate, references)),
  orders: (maxOrder) => maxOrder,
};

/** BLEU with some of its parts replaced. */
function bleuWith(parts: Partial<Parts>): WrongForm<Bleu> {
  const { precision, mean, penalty, orders } = { ...RIGHT, ...parts };
  return (candidate, references, { maxOrder }) => {
    const counted = Array.from({ length: orders(maxOrder, candidate) }, (_, i) =>
      precision([candidate, references], i + 1),
    );
    return penalty(candidate, references) * mean(counted);
  };
}

/** The penalty with a length of the references that is chosen so. */
const penaltyBy =
  (length: (lengths: number[], c: number) => number): Parts['penalty'] =>
  (candidate, references) =>
    brevityPenalty(
      candidate.length,
      length(
        references.map((tokens) => tokens.length),
        candidate.length,
      ),
    );

/** The matches over the n-grams of so many words. */
const recallBy =
  (length: (sentences: Sentences) => number): Parts['precision'] =>
  (sentences, n) => {
    const size = length(sentences) - n + 1;
    return size <= 0 ? 0 : matched(...sentences, n, clippedByLargest) / size;
  };
const lengthsOf = (references: readonly string[][]): number[] => references.map(({ length }) => length);

const everyMatch: Clip = (own, others) => (others.some((count) => count > 0) ? own : 0);
const mean = (xs: readonly number[]): number => total(xs) / xs.length;

/** Each n-gram as its words without a space between them. */
const runTogether: typeof ngrams = (tokens, n) =>
  tokens.slice(0, Math.max(0, tokens.length - n + 1)).map((_, i) => tokens.slice(i, i + n).join(''));

export const misconceptions: readonly Misconception<Bleu>[] = [
  {
    id: 'bleu/not-clipped',
    title: 'an n-gram counts as often as the candidate has it',
    hint: 'Count an n-gram at most as often as the reference that has it most often: a repeated word is not right each time.',
    caughtBy: "the's, clipped",
    implementation: bleuWith({ precision: precisionBy(everyMatch) }),
  },
  {
    id: 'bleu/no-brevity-penalty',
    title: 'no penalty for what is too short',
    hint: 'Multiply by e^(1 - r/c) if the candidate is shorter than the closest reference length r.',
    caughtBy: 'a word short',
    implementation: bleuWith({ penalty: () => 1 }),
  },
  {
    id: 'bleu/arithmetic-mean',
    title: 'the arithmetic mean of the precisions',
    hint: 'Take the geometric mean: e to the mean of the logarithms, which is 0 as soon as one precision is.',
    caughtBy: 'a red mat',
    implementation: bleuWith({ mean }),
    readings: [
      bleuWith({ mean: (precisions) => (precisions.includes(0) ? 0 : mean(precisions)) }),
      // 0 for a candidate that is shorter than maxOrder alone
      (candidate, references, options) =>
        candidate.length < options.maxOrder ? 0 : bleuWith({ mean })(candidate, references, options),
    ],
  },
  {
    id: 'bleu/shortest-reference',
    title: 'the penalty by the shortest reference',
    hint: 'Compare with the length of the reference that is closest to that of the candidate, not with the shortest.',
    caughtBy: 'the closest is the longer',
    implementation: bleuWith({ penalty: penaltyBy((lengths) => Math.min(...lengths)) }),
  },
  {
    id: 'bleu/longer-of-two',
    title: 'of two equally close lengths the longer one, or the first',
    hint: 'If two lengths are equally close, the shorter one counts.',
    caughtBy: 'equally close, the longer first',
    implementation: bleuWith({
      penalty: penaltyBy((lengths, c) =>
        closestOf(
          lengths.toSorted((a, b) => b - a),
          c,
        ),
      ),
    }),
    readings: [bleuWith({ penalty: penaltyBy(closestOf) })],
  },
  {
    id: 'bleu/recall',
    title: 'divided by the n-grams of a reference',
    hint: 'Divide by the number of n-grams of the candidate: a precision, not a recall.',
    caughtBy: ['a word short', 'a red mat'],
    implementation: bleuWith({ precision: recallBy(([candidate, references]) => closest(candidate, references)) }),
    readings: [
      bleuWith({ precision: recallBy(([, references]) => nth(references, 0).length) }),
      bleuWith({ precision: recallBy(([, references]) => Math.min(...lengthsOf(references))) }),
      bleuWith({ precision: recallBy(([, references]) => Math.max(...lengthsOf(references))) }),
      // the largest over the references
      bleuWith({
        precision: ([candidate, references], n) =>
          Math.max(...references.map((tokens) => recallBy(() => tokens.length)([candidate, [tokens]], n))),
      }),
    ],
  },
  {
    id: 'bleu/counts-summed',
    title: 'clipped by the sum over the references',
    hint: 'Clip by the largest count in a single reference, not by the sum over all of them.',
    caughtBy: 'clipped by the larger count, not by the sum',
    implementation: bleuWith({ precision: precisionBy(clippedBySum) }),
  },
  {
    id: 'bleu/first-reference-only',
    title: 'only the first reference is read',
    hint: 'Look an n-gram up in every reference, and choose the length that is closest among all of them.',
    caughtBy: ['a sentence that is one of the references scores 1', 'the order of the references does not matter'],
    clearOn: (_, references) => references.length > 1,
    rearranges: (candidate, references, options) => [candidate, references.slice(0, 1), options],
    implementation: (candidate, references, options) => bleuWith({})(candidate, references.slice(0, 1), options),
  },
  {
    id: 'bleu/distinct-ngrams',
    title: 'each n-gram counts once, however often it comes',
    hint: 'Count every occurrence of an n-gram in the candidate, in the sum below as well; a set loses those that repeat.',
    caughtBy: "the's, clipped",
    implementation: bleuWith({
      precision: ([candidate, references], n) => {
        const own = new Set(ngrams(candidate, n));
        const known = references.flatMap((tokens) => ngrams(tokens, n));
        return own.size === 0 ? 0 : [...own].filter((ngram) => known.includes(ngram)).length / own.size;
      },
    }),
  },
  {
    id: 'bleu/penalty-inverted',
    title: 'the penalty e^(1 - c/r), of what is too long',
    hint: 'The penalty is e^(1 - r/c) where the candidate, of c words, is shorter than r: what is longer pays by its precision.',
    caughtBy: 'a word short',
    implementation: bleuWith({
      penalty: (candidate, references) => {
        const [c, r] = [candidate.length, closest(candidate, references)];
        return c > r ? Math.exp(1 - c / r) : 1;
      },
    }),
  },
  {
    id: 'bleu/fewer-orders',
    title: 'only the orders that the candidate has n-grams of',
    hint: 'A candidate with fewer tokens than maxOrder has no n-gram of that order: its BLEU is 0.',
    caughtBy: 'fewer words than maxOrder score 0',
    implementation: bleuWith({ orders: (maxOrder, candidate) => Math.min(maxOrder, candidate.length) }),
  },
  {
    id: 'bleu/words-run-together',
    title: 'the words of an n-gram joined without anything between them',
    hint: "Join the words of an n-gram by a space: without one 'ab', 'a' and 'a', 'ba' become the same.",
    caughtBy: 'words that run together',
    implementation: bleuWith({ precision: precisionBy(clippedByLargest, runTogether) }),
  },
];

/** The first of those that are closest. */
function closestOf(lengths: readonly number[], c: number): number {
  return lengths.reduce((best, length) => (Math.abs(length - c) < Math.abs(best - c) ? length : best));
}
