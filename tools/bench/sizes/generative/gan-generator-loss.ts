import type { Sized } from '../../sized.ts';

/** n * n generated samples. */
export const ganGeneratorLoss: Sized = ({ matrix: n }, draw) => [draw.signed(n * n)];
