import { type Big, ZERO } from '../../../big.ts';
import { exactSoftmax } from '../../training/shared/softmax.ts';

/** The tokens from the largest logit to the smallest, of equal ones the lowest first. */
export function exactOrder(logits: readonly Big[]): number[] {
  return [...logits.keys()].sort((a, b) => (logits[b] as Big).cmp(logits[a] as Big) || a - b);
}

/** Softmax over some of the tokens, 0 for the others. */
export function exactlyOver(logits: readonly Big[], kept: readonly number[]): Big[] {
  const inside = exactSoftmax(kept.map((i) => logits[i] as Big));
  return logits.map((_, i) => inside[kept.indexOf(i)] ?? ZERO);
}
