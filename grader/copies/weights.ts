/** How many functions of people who wrote on their own have a fingerprint: those of one exercise, and all. */
export interface Counts {
  ofExercise: number;
  of: number;
  ofAll: number;
  all: number;
}

/** Fewer than this in an exercise count as none: the corpus keeps no list of them. */
export const FEWEST_OF_EXERCISE = 2;
/** The same over all exercises. */
export const FEWEST_OF_ALL = 8;

/**
 * How much it says that two functions share a fingerprint: the logarithm of how rare it is, in hundredths, so that sums
 * are exact. What everybody writes weighs next to nothing. Half goes by the exercise, half by all code of the kind.
 */
export function weightOf({ ofExercise, of, ofAll, all }: Counts): number {
  const own = ofExercise < FEWEST_OF_EXERCISE ? 0 : ofExercise;
  const general = ofAll < FEWEST_OF_ALL ? 0 : ofAll;
  const share = (own + 0.5) / (of + 1) / 2 + (general + 0.5) / (all + 1) / 2;
  return Math.max(0, Math.round(-100 * Math.log(share)));
}

/** A function with less than this of its own is too short to tell: it holds about five rare fingerprints. */
export const LEAST_WEIGHT = 2000;

/** The share of what two functions hold that both hold, 0..1. */
export function similarity(shared: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * shared) / (one + other);
}
