import type { Equivalent } from './equivalence.ts';

/** Survivors that no legal input can tell from the original, each with its proof. */
export const EQUIVALENTS: readonly Equivalent[] = [];
