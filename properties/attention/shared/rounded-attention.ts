import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { roundedSoftmax } from '../../training/shared/rounded-softmax.ts';
import { nth } from '../../values/nth.ts';

/** Attention of one sample over running-error arithmetic; `isOpen` says which query may attend to which key. */
export function roundedAttention(
  r: Rounding,
  q: Rounded[][],
  k: Rounded[][],
  v: Rounded[][],
  isOpen: (i: number, j: number) => boolean = () => true,
): Rounded[][] {
  const root = r.sqrt(r.exact(nth(q, 0).length));
  return q.map((query, i) => {
    const open = k.map((_, j) => j).filter((j) => isOpen(i, j));
    if (open.length === 0) return nth(v, 0).map(() => r.exact(0));
    const weights = roundedSoftmax(
      r,
      open.map((j) => r.divide(r.dot(query, nth(k, j)), root)),
    );
    return nth(v, 0).map((_, c) =>
      r.dot(
        weights,
        open.map((j) => nth(nth(v, j), c)),
      ),
    );
  });
}
