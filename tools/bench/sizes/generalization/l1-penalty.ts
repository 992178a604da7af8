import type { Sized } from '../../sized.ts';

/** The n * n weights of a layer. */
export const l1Penalty: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), 0.01];
