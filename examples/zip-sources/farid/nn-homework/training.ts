import { dsig, logSoftmaxRow } from './activations.js';
import { type Mat, type Vec, vec } from './tensor.js';

export function outputDelta(y: Vec, t: Vec, d: Vec, loss: 'mse' | 'half' = 'mse'): Vec {
  const gradient = vec.mul(vec.sub(y, t), vec.apply(d, dsig));
  return loss === 'mse' ? vec.scale(gradient, 2 / y.length) : gradient;
}

export function hiddenDelta(deltaNext: Vec, wNext: Mat, d: Vec): Vec {
  const weights = wNext.slice(1); // row 0 is the bias
  const errors = weights.map((row) => vec.sum(vec.mul(row, deltaNext)));
  return vec.mul(errors, vec.apply(d, dsig));
}

export function categoricalCrossEntropy(y: Mat, t: Mat | Vec, options: { fromLogits?: boolean } = {}): number {
  const logs = y.map((row) => (options.fromLogits ? logSoftmaxRow(row) : vec.apply(row, Math.log)));
  const picked = logs.map((row, n) => {
    const target = t[n];
    if (Array.isArray(target)) return vec.sum(target.map((p, k) => (p === 0 ? 0 : p * row[k])));
    if (row[target] === undefined) throw new Error(`target ${target} of sample ${n} is out of range`);
    return row[target];
  });
  return -vec.sum(picked) / picked.length;
}

type State = { theta: Vec; m: Vec; v: Vec; t: number };

export function adam(
  { theta, m, v, t }: State,
  g: Vec,
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {},
): State {
  const mNew = vec.add(vec.scale(m, beta1), vec.scale(g, 1 - beta1));
  const vNew = vec.add(vec.scale(v, beta2), vec.scale(vec.mul(g, g), 1 - beta2));
  const mHat = vec.scale(mNew, 1 / (1 - beta1 ** (t + 1)));
  const vHat = vec.scale(vNew, 1 / (1 - beta2 ** (t + 1)));
  const step = mHat.map((x, i) => (learningRate * x) / (Math.sqrt(vHat[i]) + epsilon));
  return { theta: vec.sub(theta, step), m: mNew, v: vNew, t };
}
