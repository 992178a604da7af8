import type { Sized } from '../../sized.ts';

/** Two vectors of n * n entries. */
export const cosineSimilarity: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), draw.signed(n * n)];
