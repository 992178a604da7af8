import type { Big } from './big.ts';

/** Whether a node of a tree is a number of the authority. */
export function isBig(node: unknown): node is Big {
  return typeof node === 'object' && node !== null && 'isBigNumber' in node;
}
