import type { Sized } from '../../sized.ts';

/** Logits of n classes for n samples. */
export const logSoftmax: Sized = ({ matrix: n }, draw) => [draw.signed(n, n)];
