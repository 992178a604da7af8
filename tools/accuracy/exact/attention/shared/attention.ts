import { type Big, big, dot, ZERO } from '../../../big.ts';
import { exactSoftmax } from '../../training/shared/softmax.ts';

type Rows = readonly (readonly Big[])[];

/** The attention of one sample; `isOpen` says which query may attend to which key. */
export function exactAttention(q: Rows, k: Rows, v: Rows, isOpen: (i: number, j: number) => boolean): Big[][] {
  const [value] = v as [readonly Big[]];
  const root = big(q[0]?.length ?? 0).sqrt();
  return q.map((query, i) => {
    const open = [...k.keys()].filter((j) => isOpen(i, j));
    if (open.length === 0) return value.map(() => ZERO);
    const weights = exactSoftmax(open.map((j) => dot(query, k[j] as Big[]).div(root)));
    return value.map((_, c) =>
      dot(
        weights,
        open.map((j) => v[j]?.[c] as Big),
      ),
    );
  });
}
