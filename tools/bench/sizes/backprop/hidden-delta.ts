import type { Sized } from '../../sized.ts';

/** n units before n units. */
export const hiddenDelta: Sized = ({ matrix: n }, draw) => [draw.signed(n), draw.weights(n + 1, n), draw.signed(n)];
