import type { Rate } from '../../grader/copies/corpus.ts';

/** How similar two functions are, and which: the places of both in a list. A copy has its original twice. */
export interface Similarity {
  value: number;
  one: number;
  other: number;
  /** whether the two were written by people who did not know each other's */
  isApart: boolean;
}

/** Of honest pairs so many may lie above the threshold: half of the one in a hundred that is allowed. */
const ABOVE = 0.005;
/** Of copies so many may lie below it: half of the one in twenty. */
const BELOW = 0.025;
const LEAST = 0.3;

/**
 * The similarity from which on a pair is named: halfway between the most similar honest pairs and the least similar
 * copies. If they overlap, above the honest pairs.
 */
export function thresholdOf(honest: readonly number[], copies: readonly number[]): number {
  const falling = [...honest].sort((a, b) => b - a);
  const rising = [...copies].sort((a, b) => a - b);
  const top = falling[Math.floor(ABOVE * falling.length)] ?? 0;
  const bottom = rising[Math.floor(BELOW * rising.length)] ?? 1;
  const between = bottom > top ? (top + bottom) / 2 : top + 0.01;
  return Math.round(1000 * Math.max(LEAST, between)) / 1000;
}

/**
 * How many are named by a threshold that was chosen without them: each is left out together with everything that shares
 * a function with it.
 */
export function ratesOf(
  honest: readonly Similarity[],
  copies: readonly Similarity[],
): { honest: Rate; apart: Rate; copies: Rate } {
  const named = ({ value, one, other }: Similarity): boolean => {
    const apart = (each: Similarity): boolean =>
      each.one !== one && each.one !== other && each.other !== one && each.other !== other;
    const left = (all: readonly Similarity[]): number[] => all.filter(apart).map((each) => each.value);
    return value >= thresholdOf(left(honest), left(copies));
  };
  const rate = (all: readonly Similarity[]): Rate => ({ named: all.filter(named).length, of: all.length });
  return { honest: rate(honest), apart: rate(honest.filter(({ isApart }) => isApart)), copies: rate(copies) };
}
