import type { Sized } from '../../sized.ts';

/** One step for the n * n weights of a layer. */
export const sgd: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), draw.signed(n * n)];
