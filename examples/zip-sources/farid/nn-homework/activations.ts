import { type Mat, type Vec, vec } from './tensor';

export const sig = (x: number): number => 1 / (1 + Math.exp(-x));
export const dsig = (x: number): number => sig(x) * (1 - sig(x));

export function logSoftmaxRow(row: Vec): Vec {
  const shifted = vec.apply(row, (z) => z - vec.max(row));
  const logZ = Math.log(vec.sum(vec.apply(shifted, Math.exp)));
  return vec.apply(shifted, (z) => z - logZ);
}

export function softmax(logits: Mat): Mat {
  return logits.map((row) => vec.apply(logSoftmaxRow(row), Math.exp));
}
