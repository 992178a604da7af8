import { expectInteger, expectList, expectOptions } from '../options.ts';
import { expectTokens } from './shared/tokens.ts';

export interface BleuOptions {
  /** the longest n-grams that are counted, N; default 4 */
  maxOrder?: number;
}

/**
 * BLEU of one sentence: how many of its runs of words some reference has too.
 *
 * $$\text{BLEU} = b \cdot \exp \Bigl( \frac{1}{N} \sum_{n=1}^{N} \log p_n \Bigr), \qquad
 * p_n = \frac{\sum_g \min(c_g, \max_j r_{jg})}{\sum_g c_g}, \qquad b = e^{\min(0,\ 1 - r / c)}$$
 *
 * - `candidate`: the tokens of a sentence, c of them; $c_g$ is how often it has the n-gram g
 * - `references`: at least one list of tokens; $r_{jg}$ is how often reference j has it
 * - r: of the lengths of the references the closest to c, the shorter of two that are equally close
 * - N `maxOrder`: an integer of at least 1
 * - BLEU scalar in 0..1; nothing is smoothed: it is 0 if a $p_n$ is, or if the candidate has fewer than N tokens
 *
 * Tokens are alike only if they are the same string. A candidate longer than r costs nothing by its length. Sentences are not put
 * together: BLEU of a corpus adds the counts first. All orders weigh the same, 1/N; Dive into Deep Learning (d2l.ai) has $2^{-n}$ instead.
 *
 * @throws {TypeError} `candidate` is not a list of strings, or `references` is not a list of such lists.
 * @throws {RangeError} A list is empty, a token is empty, has white space in it or is "NaN", "Infinity" or "-Infinity", `maxOrder` is
 * not an integer of at least 1, or an option is unknown.
 * @see Papineni, Roukos, Ward, Zhu (2002), BLEU: a Method for Automatic Evaluation of Machine Translation, sections 2.1 to 2.3. Lecture 10.
 * @example bleu(['the', 'the', 'cat'], [['the', 'cat', 'sat']], { maxOrder: 1 }) // 0.6666666666666666
 */
export function bleu(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  options: BleuOptions = {},
): number {
  const maxOrder = expectSentences(candidate, references, options);
  const c = candidate.length;
  let logarithms = 0;
  for (let n = 1; n <= maxOrder; n++) {
    const matches = clippedMatches(candidate, references, n);
    // So it is too where the candidate has no n-gram of that length.
    if (matches === 0) return 0;
    logarithms += Math.log(matches / (c - n + 1));
  }
  const brevity = Math.min(0, 1 - closestLength(c, references) / c);
  return Math.exp(brevity) * Math.exp(logarithms / maxOrder);
}

/** Checks the arguments. Returns the longest order. */
export function expectSentences(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  options: BleuOptions,
): number {
  expectTokens('candidate', candidate);
  expectList('references', references);
  if (references.length === 0) throw new RangeError('references: expected at least one, got none');
  for (let j = 0; j < references.length; j++) expectTokens(`references[${j}]`, references[j]);
  expectOptions(options, ['maxOrder']);
  const { maxOrder = 4 } = options;
  expectInteger('options.maxOrder', maxOrder, 1);
  return maxOrder;
}

/** Of the n-grams of the candidate, those that a reference has, each as often as the one that has it most. */
function clippedMatches(candidate: readonly string[], references: readonly (readonly string[])[], n: number): number {
  const counts = references.map((reference) => ngramCounts(reference, n));
  let matches = 0;
  for (const [ngram, count] of ngramCounts(candidate, n)) {
    matches += Math.min(count, Math.max(...counts.map((known) => known.get(ngram) ?? 0)));
  }
  return matches;
}

/** How often each n-gram occurs. Tokens have no white space, so those that a space joins are told apart. */
function ngramCounts(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const ngram = tokens.slice(i, i + n).join(' ');
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** The length that is closest to c, the shorter of two. */
function closestLength(c: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map(({ length }) => length).sort((a, b) => a - b);
  return lengths.reduce((best, length) => (Math.abs(length - c) < Math.abs(best - c) ? length : best));
}
