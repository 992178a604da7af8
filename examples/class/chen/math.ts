import { Matrix } from './matrix';

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export const sigmoidSlope = (z: number) => {
  const a = sigmoid(z);
  return a * (1 - a);
};

export function logSumExp(row: number[]): number {
  const top = row.reduce((a, b) => Math.max(a, b), -Infinity);
  return top + Math.log(row.reduce((total, z) => total + Math.exp(z - top), 0));
}

export const applied = (m: Matrix, f: (z: number) => number): Matrix => m.map((z) => f(z));
