import type { Sized } from '../../sized.ts';

/** n * n outputs. */
export const squaredError: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), draw.signed(n * n)];
