import type { Sized } from '../../sized.ts';

/** A square matrix added to another. */
export const variableAssign: Sized = ({ matrix: n }, draw) => [
  draw.signed(n, n),
  draw.signed(n, n),
  { operation: 'add' },
];
