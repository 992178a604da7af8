import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/**
 * The numbers after many steps of an iteration, with the rounding of each step carried to the end by the derivative of
 * the steps between. A running analysis adds up sizes along every path and blows up within 100 steps of a training that
 * in truth contracts; here each step's own rounding is multiplied by the product of the steps' Jacobians, taken by
 * central differences of `plainStep`, and only then made positive.
 *
 * The analysis is of first order: 1 % on top covers what is left out, errors being small beside the numbers.
 */
export function roundedDescent(
  r: Rounding,
  start: readonly Rounded[],
  steps: number,
  step: (from: readonly Rounded[]) => Rounded[],
  plainStep: (from: readonly number[]) => number[],
): Rounded[] {
  if (steps <= 1) return steps === 0 ? [...start] : step(start);
  const own = [start.map(({ error }) => error)];
  const visited = [start.map(({ value }) => value)];
  for (let k = 0; k < steps; k++) {
    const next = step(nth(visited, k).map((x) => r.exact(x)));
    own.push(next.map(({ error }) => error));
    visited.push(next.map(({ value }) => value));
  }
  const arrived = nth(visited, steps);
  const error = arrived.map(() => 0);
  let carried: number[][] = arrived.map((_, i) => arrived.map((_, j) => (i === j ? 1 : 0)));
  for (let k = steps; k >= 0; k--) {
    carried.forEach((row, i) => {
      error[i] = row.reduce((sum, weight, j) => sum + weighted(weight, nth(nth(own, k), j)), nth(error, i));
    });
    if (k > 0) carried = product(carried, jacobian(plainStep, nth(visited, k - 1)));
  }
  return arrived.map((x, i) => r.known(x, 1.01 * nth(error, i)));
}

function jacobian(f: (x: readonly number[]) => number[], at: readonly number[]): number[][] {
  const columns = at.map((x, j) => {
    const h = 2 ** -16 * Math.max(1, Math.abs(x));
    const [above, below] = [f(at.with(j, x + h)), f(at.with(j, x - h))];
    return above.map((value, i) => (value - nth(below, i)) / (2 * h));
  });
  return at.map((_, i) => columns.map((column) => nth(column, i)));
}

function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * nth(nth(b, k), j), 0)));
}

function weighted(weight: number, error: number): number {
  return error === 0 ? 0 : Math.abs(weight) * error;
}
