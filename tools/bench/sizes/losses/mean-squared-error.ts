import type { Sized } from '../../sized.ts';

/** n outputs for n samples. */
export const meanSquaredError: Sized = ({ matrix: n }, draw) => [draw.signed(n, n), draw.signed(n, n)];
