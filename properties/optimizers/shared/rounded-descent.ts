import type { Rounded, Rounding } from '../../rounding/rounding.ts';

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
    const next = step((visited[k] as number[]).map((x) => r.exact(x)));
    own.push(next.map(({ error }) => error));
    visited.push(next.map(({ value }) => value));
  }
  const arrived = visited[steps] as number[];
  const error = arrived.map(() => 0);
  let carried: number[][] = arrived.map((_, i) => arrived.map((_, j) => (i === j ? 1 : 0)));
  for (let k = steps; k >= 0; k--) {
    carried.forEach((row, i) => {
      error[i] = row.reduce((sum, weight, j) => sum + weighted(weight, own[k]?.[j] as number), error[i] as number);
    });
    if (k > 0) carried = product(carried, jacobian(plainStep, visited[k - 1] as number[]));
  }
  return arrived.map((x, i) => r.known(x, 1.01 * (error[i] as number)));
}

function jacobian(f: (x: readonly number[]) => number[], at: readonly number[]): number[][] {
  const columns = at.map((x, j) => {
    const h = 2 ** -16 * Math.max(1, Math.abs(x));
    const [above, below] = [f(at.with(j, x + h)), f(at.with(j, x - h))];
    return above.map((value, i) => (value - (below[i] as number)) / (2 * h));
  });
  return at.map((_, i) => columns.map((column) => column[i] as number));
}

function product(a: number[][], b: number[][]): number[][] {
  return a.map((row) => row.map((_, j) => row.reduce((sum, x, k) => sum + x * (b[k]?.[j] as number), 0)));
}

function weighted(weight: number, error: number): number {
  return error === 0 ? 0 : Math.abs(weight) * error;
}
