/** The n-grams of a sentence in their order, those that occur twice twice, each as a text that tells words apart. */
export function ngrams(tokens: readonly string[], n: number): string[] {
  return tokens.slice(0, Math.max(0, tokens.length - n + 1)).map((_, i) => JSON.stringify(tokens.slice(i, i + n)));
}

/** How many of the n-grams of a candidate count, by how often it has one and how often each reference. */
export type Clip = (own: number, others: readonly number[]) => number;

export const clippedByLargest: Clip = (own, others) => Math.min(own, Math.max(...others));
export const clippedBySum: Clip = (own, others) =>
  Math.min(
    own,
    others.reduce((a, b) => a + b, 0),
  );

/** The matches of an order, in which `write` tells n-grams apart. */
export function matched(
  candidate: readonly string[],
  references: readonly (readonly string[])[],
  n: number,
  clip: Clip,
  write = ngrams,
): number {
  const own = write(candidate, n);
  const others = references.map((reference) => write(reference, n));
  const count = (list: readonly string[], ngram: string): number => list.filter((each) => each === ngram).length;
  return [...new Set(own)].reduce(
    (sum, ngram) =>
      sum +
      clip(
        count(own, ngram),
        others.map((list) => count(list, ngram)),
      ),
    0,
  );
}

/** The length of a reference that is closest to the candidate's: the first of 0, 1 less, 1 more, 2 less, 2 more that there is. */
export function closest(candidate: readonly string[], references: readonly (readonly string[])[]): number {
  const lengths = references.map(({ length }) => length);
  for (let distance = 0; ; distance++) {
    const found = [candidate.length - distance, candidate.length + distance].find((length) => lengths.includes(length));
    if (found !== undefined) return found;
  }
}

/** The geometric mean; 0 if one of them is. */
export function geometricMean(precisions: readonly number[]): number {
  if (precisions.includes(0)) return 0;
  return Math.exp(precisions.reduce((sum, p) => sum + Math.log(p), 0) / precisions.length);
}

/** e^(1 - r/c) for a candidate that is shorter than r, else 1. */
export function brevityPenalty(c: number, r: number): number {
  return c < r ? Math.exp(1 - r / c) : 1;
}

/** The words of a sentence by the words of another vocabulary, the same for the same. */
export function renamed(tokens: readonly string[], names: ReadonlyMap<string, string>): string[] {
  return tokens.map((token) => names.get(token) ?? token);
}
