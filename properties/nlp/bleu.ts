import fc from 'fast-check';
import { bleu as reference } from '../../reference/nlp/bleu.ts';
import type { Entry } from '../entry/entry.ts';
import { given } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { edges, illegal, worked } from './bleu.cases.ts';
import { misconceptions } from './bleu.misconceptions.ts';
import { laws } from './shared/bleu-laws.ts';
import { clippedByLargest, clippedBySum, closest, matched, ngrams } from './shared/ngrams.ts';
import { sentences } from './shared/sentences.ts';

const parameters = {
  candidate: is.list(is.token()),
  references: is.list(is.list(is.token())),
  options: is.options({ maxOrder: is.integer(1, { default: 4, mostTried: 12, drawn: [1, 1, 2, 2, 3, 3, 4] }) }),
};

export type Options = OptionsOf<typeof parameters.options>;
export type Bleu = (candidate: string[], references: string[][], options?: Options) => number;
type Arguments = Parameters<Bleu>;

const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(sentences, drawnOptions(parameters.options))
  .map(([[candidate, references], options]) => given(candidate, references, options));

const orderOf = (options?: Options): number => completeOptions(parameters.options, options).maxOrder;
/** The number of matches of each order, as far as the candidate has n-grams. */
const matches = ([candidate, references, options]: Arguments): number[] =>
  Array.from({ length: Math.min(orderOf(options), candidate.length) }, (_, i) =>
    matched(candidate, references, i + 1, clippedByLargest),
  );
const isLongEnough = ([candidate, , options]: Arguments): boolean => candidate.length >= orderOf(options);

export const bleu: Entry<Bleu> = {
  id: 'bleu',
  lecture: 10,
  title: 'BLEU of a sentence',
  latex: String.raw`\text{BLEU} = e^{\min(0,\ 1 - r/c)} \exp \Bigl( \frac{1}{N} \sum_{n=1}^{N} \log p_n \Bigr)`,
  source: [
    'Papineni, Roukos, Ward, Zhu (2002), BLEU: a Method for Automatic Evaluation of Machine Translation, sections 2.1 to 2.3',
    'Lecture 10',
  ],
  parameters,
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/nlp/bleu.ts'),

  inputs,

  edges,
  illegal,
  hardCases: {
    'one word': (candidate) => candidate.length === 1,
    'fewer words than maxOrder': (...args) => !isLongEnough(args),
    'as many words as maxOrder': (candidate, _, options) => candidate.length === orderOf(options),
    'a precision of 0': (...args) => isLongEnough(args) && matches(args).includes(0),
    'between 0 and 1': (...args) =>
      isLongEnough(args) && matches(args).every((m, i) => m > 0 && m < args[0].length - i),
    'between 0 and 1 with orders to 4': (...args) =>
      orderOf(args[2]) === 4 && isLongEnough(args) && matches(args).every((m, i) => m > 0 && m < args[0].length - i),
    'longer than each reference': (candidate, references) =>
      references.every(({ length }) => length < candidate.length),
    'shorter than each reference': (candidate, references) =>
      references.every(({ length }) => length > candidate.length),
    'two lengths equally close': (candidate, references) => {
      const r = closest(candidate, references);
      return r < candidate.length && references.some(({ length }) => length === 2 * candidate.length - r);
    },
    'the closest is not the shortest': (candidate, references) =>
      closest(candidate, references) > Math.min(...references.map(({ length }) => length)),
    'one reference': (_, references) => references.length === 1,
    'three references': (_, references) => references.length === 3,
    'the candidate among the references': (candidate, references) =>
      references.some((tokens) => tokens.join(' ') === candidate.join(' ')),
    'a word more often than in any reference': (candidate, references) =>
      candidate.some((word) => {
        const count = (tokens: readonly string[]): number => tokens.filter((each) => each === word).length;
        const most = Math.max(...references.map(count));
        return most > 0 && count(candidate) > most;
      }),
    'clipped by the largest and by the sum differ': (...args) =>
      matches(args).every((m) => m > 0) &&
      matches(args).some((m, i) => m !== matched(args[0], args[1], i + 1, clippedBySum)),
  },

  worked,

  laws: laws(inputs),

  misconceptions,

  rounding: (r, candidate, references, { maxOrder }) => {
    const c = candidate.length;
    if (c < maxOrder.value) return r.exact(0);
    const counts = Array.from({ length: maxOrder.value }, (_, i) =>
      matched(candidate, references, i + 1, clippedByLargest),
    );
    if (counts.includes(0)) return r.exact(0);
    const precisions = counts.map((m, i) => r.divide(r.exact(m), r.exact(ngrams(candidate, i + 1).length)));
    const mean = r.exp(r.mean(precisions.map((p) => r.log(p))));
    const length = closest(candidate, references);
    if (length <= c) return mean;
    return r.multiply(r.exp(r.subtract(r.exact(1), r.divide(r.exact(length), r.exact(c)))), mean);
  },
};
