import { Matrix } from './matrix';
import { sigmoidSlope } from './math.js';

export function outputDelta(y: number[], t: number[], d: number[], loss: 'mse' | 'half' = 'mse'): number[] {
  const error = Matrix.row(y).plus(Matrix.row(t).map((x) => -x));
  const scale = loss === 'mse' ? 2 / y.length : 1;
  return error.hadamard(Matrix.row(d).map((z) => scale * sigmoidSlope(z))).toArray()[0];
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  const w = Matrix.of(wNext).withoutLastRow();
  return Matrix.row(deltaNext)
    .times(w.transposed)
    .hadamard(Matrix.row(d).map((z) => sigmoidSlope(z)))
    .toArray()[0];
}
