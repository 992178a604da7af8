import type { SigmoidLayer } from '../../../../../properties/backprop/shared/mlp-inputs.ts';
import type { Exact } from '../../../authority.ts';
import { type Big, dot, ONE, sum } from '../../../big.ts';
import { exactDrives } from '../../perceptron/shared/drives.ts';
import { exactSigmoid } from './sigmoid.ts';

/** Weights and biases of a layer, or their gradients. */
export interface ExactLayer {
  w: Big[][];
  b: Big[];
}

/** The gradient of half the mean squared error over the batch by every layer. */
export function exactBackprop(
  x: Exact<number[][]>,
  t: Exact<number[][]>,
  layers: readonly Exact<SigmoidLayer>[],
): ExactLayer[] {
  const inputs: Big[][][] = [x];
  for (const { w, b } of layers)
    inputs.push(exactDrives(inputs.at(-1) as Big[][], w, b).map((d) => d.map(exactSigmoid)));
  const gradients: ExactLayer[] = [];
  let arriving = (inputs.at(-1) as Big[][]).map((row, n) => row.map((y, k) => y.minus(t[n]?.[k] as Big)));
  for (let l = layers.length - 1; l >= 0; l--) {
    const { w, b } = layers[l] as Exact<SigmoidLayer>;
    const before = inputs[l] as Big[][];
    const after = inputs[l + 1] as Big[][];
    const delta = arriving.map((row, n) => row.map((e, k) => e.times(slope(after[n]?.[k] as Big))));
    const column = (matrix: readonly (readonly Big[])[], k: number): Big[] => matrix.map((row) => row[k] as Big);
    gradients.unshift({
      w: w.map((row, j) => row.map((_, k) => dot(column(before, j), column(delta, k)).div(x.length))),
      b: b.map((_, k) => sum(column(delta, k)).div(x.length)),
    });
    arriving = delta.map((row) => w.map((weights) => dot(weights, row)));
  }
  return gradients;
}

/** The slope of a sigmoid whose activation is a. */
function slope(a: Big): Big {
  return a.times(ONE.minus(a));
}
