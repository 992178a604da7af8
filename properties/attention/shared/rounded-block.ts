import { roundedDrives } from '../../perceptron/shared/rounded-dense.ts';
import type { Lifted, Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';
import { gelu } from '../gelu.ts';
import { layerNorm } from '../layer-norm.ts';
import type { FeedForwardOf, NormOf } from './block-inputs.ts';

type Rows = Rounded[][];
type Settings = { norm: 'pre' | 'post'; epsilon: Rounded };

/** A sublayer with its residual connection over running-error arithmetic, for one sample. */
export function roundedResidual(
  r: Rounding,
  x: Rows,
  { gamma, beta }: Lifted<NormOf>,
  { norm, epsilon }: Settings,
  f: (input: Rows) => Rows,
): Rows {
  const normalized = (rows: Rows): Rows => layerNorm.rounding(r, rows, gamma, beta, { epsilon }) as Rows;
  const sums = (a: Rows, b: Rows): Rows => a.map((row, i) => row.map((v, c) => r.add(v, nth(nth(b, i), c))));
  return norm === 'pre' ? sums(x, f(normalized(x))) : normalized(sums(x, f(x)));
}

export function roundedFeedForward(
  r: Rounding,
  x: Rows,
  { hidden, output }: Lifted<FeedForwardOf>,
  activation: 'relu' | 'gelu',
): Rows {
  const drives = roundedDrives(r, x, hidden.w, hidden.b);
  const active =
    activation === 'relu'
      ? drives.map((row) => row.map((z) => r.relu(z)))
      : drives.map((row) => row.map((z) => gelu.rounding(r, z, { approximate: 'tanh' }) as Rounded));
  return roundedDrives(r, active, output.w, output.b);
}
