import type { FeedForwardOf, NormOf } from '../../../../../properties/attention/shared/block-inputs.ts';
import type { Exact } from '../../../authority.ts';
import { type Big, ZERO } from '../../../big.ts';
import { exactDrives } from '../../perceptron/shared/drives.ts';
import { gelu } from '../gelu.ts';
import { layerNorm } from '../layer-norm.ts';

/** A sublayer of one sample with its residual connection and normalization. */
export function exactResidual(
  x: Big[][],
  { gamma, beta }: Exact<NormOf>,
  { norm, epsilon }: { norm: 'pre' | 'post'; epsilon: Big },
  f: (input: Big[][]) => Big[][],
): Big[][] {
  const normalized = (rows: Big[][]): Big[][] => layerNorm.exact(rows, gamma, beta, { epsilon }) as Big[][];
  const sums = (a: Big[][], b: Big[][]): Big[][] => a.map((row, i) => row.map((v, c) => v.plus(b[i]?.[c] as Big)));
  return norm === 'pre' ? sums(x, f(normalized(x))) : normalized(sums(x, f(x)));
}

export function exactFeedForward(
  x: Big[][],
  { hidden, output }: Exact<FeedForwardOf>,
  activation: 'relu' | 'gelu',
): Big[][] {
  const drives = exactDrives(x, hidden.w, hidden.b);
  const active =
    activation === 'relu'
      ? drives.map((row) => row.map((z) => (z.gt(0) ? z : ZERO)))
      : drives.map((row) => row.map((z) => gelu.exact(z, { approximate: 'tanh' }) as Big));
  return exactDrives(active, output.w, output.b);
}
