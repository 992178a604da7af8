import * as tf from '../../accelerated/tf.ts';
import { formatOf } from '../../properties/rounding/backend-format.ts';
import { type DataKind, drawnVector, uniforms } from './draws.ts';
import { allowedErrors, FIXED, liftedVector } from './judges.ts';

/** What is tried: a number of products of n terms of a kind of data. */
export interface Setting {
  kind: DataKind;
  scale: number;
  n: number;
  /** rows times columns are the products */
  side: number;
}

/** How a tolerance judged. */
export interface Verdicts {
  name: string;
  /** shares of the mutants that were refused, and of the right products that were */
  killed: number;
  falseAlarms: number;
}

export interface Trial extends Setting {
  products: number;
  verdicts: readonly Verdicts[];
  /** the largest error of a right product, in multiples of u sum|x_i y_i|, and the c(n) that is allowed there */
  needed: number;
  granted: number;
}

export const OURS = 'Backproof';

/**
 * Products of drawn vectors, as one product of matrices on the backend that is running: right ones, and mutants from
 * which one term is dropped (a different one in each row). The true values are float64 sums.
 */
export async function runTrial(setting: Setting): Promise<Trial> {
  const { kind, scale, n, side } = setting;
  const random = uniforms(Math.imul(n, 2654435761) + kind.length);
  const draw = (): number[][] => Array.from({ length: side }, () => drawnVector(kind, n, scale, random));
  const [rows, columns] = [draw(), draw()];
  const dropped = rows.map(() => Math.floor(random() * n));
  const right = await productOf(rows, columns);
  const wrong = await productOf(
    rows.map((row, k) => row.with(dropped[k] as number, 0)),
    columns,
  );

  const format = formatOf('wasm');
  const lifted = columns.map((column) => liftedVector(format, column));
  const counts = [OURS, ...FIXED.map(({ name }) => name)].map((name) => ({ name, killed: 0, falseAlarms: 0 }));
  let [needed, granted] = [0, 0];
  rows.forEach((row, i) => {
    const bounds = allowedErrors(format, liftedVector(format, row), lifted);
    columns.forEach((column, j) => {
      const { value, size } = trueDot(row, column);
      const [error, mutantError] = [right, wrong].map((got) => Math.abs((got[i * side + j] as number) - value));
      const allowed = [bounds[j] as number, ...FIXED.map((fixed) => fixed.absolute + fixed.relative * Math.abs(value))];
      counts.forEach((count, judge) => {
        if ((error as number) > (allowed[judge] as number)) count.falseAlarms += 1;
        if ((mutantError as number) > (allowed[judge] as number)) count.killed += 1;
      });
      const unit = format.unit * size;
      if ((error as number) / unit > needed) needed = (error as number) / unit;
      granted = Math.max(granted, (bounds[j] as number) / unit);
    });
  });
  const products = side * side;
  const verdicts = counts.map(({ name, killed, falseAlarms }) => ({
    name,
    killed: killed / products,
    falseAlarms: falseAlarms / products,
  }));
  return { ...setting, products, verdicts, needed, granted };
}

async function productOf(rows: number[][], columns: number[][]): Promise<Float32Array> {
  // Transposed beforehand: with its own transposing matMul takes another kernel on wasm, which sums in blocks.
  const transposed = (rows[0] as number[]).map((_, k) => columns.map((column) => column[k] as number));
  const product = tf.tidy(() => tf.matMul(tf.tensor2d(rows), tf.tensor2d(transposed)));
  const values = await product.data<'float32'>();
  product.dispose();
  return values;
}

/** The product in float64, and the sum of the sizes of its terms. */
function trueDot(xs: readonly number[], ys: readonly number[]): { value: number; size: number } {
  let [value, size] = [0, 0];
  for (let i = 0; i < xs.length; i++) {
    const term = (xs[i] as number) * (ys[i] as number);
    value += term;
    size += Math.abs(term);
  }
  return { value, size };
}
