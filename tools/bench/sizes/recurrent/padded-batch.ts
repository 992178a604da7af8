import type { Sized } from '../../sized.ts';

/** Sequences of all lengths up to the longest. */
export const paddedBatch: Sized = ({ sequence: [batch, time, features] }, draw) => [
  Array.from({ length: batch }, (_, n) => draw.signed(1 + ((n * 7) % time), features)),
];
