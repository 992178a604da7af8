import { nth } from '../values/nth.ts';
import type { Rounded, Rounding } from './rounding.ts';

/** The operations in which formulas are written, over any kind of number: what the tests of the rounding compare. */
export interface Operations<T> {
  add: (a: T, b: T) => T;
  subtract: (a: T, b: T) => T;
  negate: (a: T) => T;
  multiply: (a: T, b: T) => T;
  divide: (a: T, b: T) => T;
  square: (a: T) => T;
  sqrt: (a: T) => T;
  exp: (a: T) => T;
  log: (a: T) => T;
  tanh: (a: T) => T;
  sigmoid: (a: T) => T;
  abs: (a: T) => T;
  relu: (a: T) => T;
  power: (a: T, exponent: number) => T;
  max: (items: readonly T[]) => T;
  sum: (terms: readonly T[]) => T;
  dot: (xs: readonly T[], ys: readonly T[]) => T;
  mean: (terms: readonly T[]) => T;
}

const f = Math.fround;

/** Float32 as a plain implementation computes it: every step is rounded, sums run from the left. */
export const stepwise: Operations<number> = {
  add: (a, b) => f(a + b),
  subtract: (a, b) => f(a - b),
  negate: (a) => -a,
  multiply: (a, b) => f(a * b),
  divide: (a, b) => f(a / b),
  square: (a) => f(a * a),
  sqrt: (a) => f(Math.sqrt(a)),
  exp: (a) => f(Math.exp(a)),
  log: (a) => f(Math.log(a)),
  tanh: (a) => f(Math.tanh(a)),
  sigmoid: (a) => f(1 / f(1 + f(Math.exp(-a)))),
  abs: Math.abs,
  relu: (a) => (Number.isNaN(a) ? Number.NaN : Math.max(0, a)),
  power: (a, exponent) => f(a ** exponent),
  max: (items) => Math.max(...items),
  sum: (terms) => terms.reduce((sum, x) => f(sum + x), 0),
  dot: (xs, ys) => xs.reduce((sum, x, i) => f(sum + f(x * nth(ys, i))), 0),
  mean: (terms) => f(stepwise.sum(terms) / terms.length),
};

/** The same over running-error arithmetic. */
export function runningError(r: Rounding): Operations<Rounded> {
  return {
    add: (a, b) => r.add(a, b),
    subtract: (a, b) => r.subtract(a, b),
    negate: (a) => r.negate(a),
    multiply: (a, b) => r.multiply(a, b),
    divide: (a, b) => r.divide(a, b),
    square: (a) => r.square(a),
    sqrt: (a) => r.sqrt(a),
    exp: (a) => r.exp(a),
    log: (a) => r.log(a),
    tanh: (a) => r.tanh(a),
    sigmoid: (a) => r.sigmoid(a),
    abs: (a) => r.abs(a),
    relu: (a) => r.relu(a),
    power: (a, exponent) => r.power(a, exponent),
    max: (items) => r.max(items),
    sum: (terms) => r.sum(terms),
    dot: (xs, ys) => r.dot(xs, ys),
    mean: (terms) => r.mean(terms),
  };
}
