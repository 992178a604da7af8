import { logSumExp } from './math.ts';
import { Matrix } from './matrix.ts';

export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    const top = Math.max(...row);
    const weights = row.map((z) => Math.exp(z - top));
    const total = weights.reduce((a, b) => a + b);
    return weights.map((w) => w / total);
  });
}

export function categoricalCrossEntropy(y: number[][], t: number[][] | number[], options?: { fromLogits?: boolean }): number {
  const losses = y.map((row, n) => {
    const logProbability = (k: number) => (options?.fromLogits ? row[k] - Math.max(...row) - (logSumExp(row.map((z) => z - Math.max(...row)))) : Math.log(row[k]));
    const target = t[n];
    if (typeof target === 'number') {
      if (!(target in row)) throw new Error(`there is no class ${target}`);
      return -logProbability(target);
    }
    return target.reduce((loss, p, k) => (p > 0 ? loss - p * logProbability(k) : loss), 0);
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  const mu = Matrix.of(mean);
  const lv = Matrix.of(logVariance);
  const terms = mu.map((m, i, j) => (m * m + Math.expm1(lv.get(i, j)) - lv.get(i, j)) / 2);
  const perSample = terms.reduceRows((a, b) => a + b, 0);
  return perSample.reduce((a, b) => a + b, 0) / perSample.length;
}
