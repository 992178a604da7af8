import type { AttentionWeightsOf } from '../../../../../properties/attention/shared/multi-head-inputs.ts';
import type { Exact } from '../../../authority.ts';
import type { Big } from '../../../big.ts';
import { exactDrives } from '../../perceptron/shared/drives.ts';
import { exactAttention } from './attention.ts';

type Rows = readonly (readonly Big[])[];

/** The multi-head attention of one sample; `isOpen` says which position may attend to which. */
export function exactMultiHead(
  x: Rows,
  context: Rows,
  { query, key, value, output }: Exact<AttentionWeightsOf>,
  heads: number,
  isOpen: (i: number, j: number) => boolean,
): Big[][] {
  const size = output.b.length / heads;
  const [q, k, v] = [
    exactDrives(x, query.w, query.b),
    exactDrives(context, key.w, key.b),
    exactDrives(context, value.w, value.b),
  ];
  const headOf = (rows: Rows, h: number): Rows => rows.map((row) => row.slice(h * size, (h + 1) * size));
  const each = Array.from({ length: heads }, (_, h) =>
    exactAttention(headOf(q, h), headOf(k, h), headOf(v, h), isOpen),
  );
  const joined = x.map((_, i) => each.flatMap((rows) => rows[i] as Big[]));
  return exactDrives(joined, output.w, output.b);
}
