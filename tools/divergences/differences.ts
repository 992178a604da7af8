import type { Plain } from './case.ts';

/** A derivative by differences, NaN if a kink, a jump or an infinity is too near to tell. */
type Estimate = number;

type Scalar = (tensors: readonly Plain[]) => number;

const STEP = 2 ** -8;

/** The gradient of a function by every number of every tensor. */
export function gradientByDifferences(f: Scalar, tensors: readonly Plain[]): Estimate[][] {
  return tensors.map(({ data }, t) =>
    data.map((_, i) =>
      settled((h) => {
        const up = f(moved(tensors, t, i, h));
        const down = f(moved(tensors, t, i, -h));
        const here = f(tensors);
        // At a kink the slopes of the two sides differ.
        return Math.abs(up - 2 * here + down) > 0.25 * Math.abs(up - down) + 1e-9 ? Number.NaN : (up - down) / (2 * h);
      }),
    ),
  );
}

/** The gradient of sum(direction * gradient of f) by every number of every tensor. */
export function secondByDifferences(
  f: Scalar,
  tensors: readonly Plain[],
  direction: readonly (readonly number[])[],
): Estimate[][] {
  const along = (by: number, from: readonly Plain[]): Plain[] =>
    from.map(({ shape, data }, t) => ({ shape, data: data.map((x, i) => x + by * (direction[t]?.[i] ?? 0)) }));
  return tensors.map(({ data }, t) =>
    data.map((_, i) =>
      settled((h) => {
        const [up, down] = [moved(tensors, t, i, h), moved(tensors, t, i, -h)];
        return (f(along(h, up)) - f(along(-h, up)) - f(along(h, down)) + f(along(-h, down))) / (4 * h * h);
      }),
    ),
  );
}

/** Richardson's extrapolation of an even error, NaN if halving the step still changes the result. */
function settled(difference: (h: number) => number): Estimate {
  const [wide, half, narrow] = [STEP, STEP / 2, STEP / 4].map(difference) as [number, number, number];
  const [coarse, fine] = [(4 * half - wide) / 3, (4 * narrow - half) / 3];
  return Math.abs(coarse - fine) <= 1e-4 * (Math.abs(fine) + 1e-2) ? fine : Number.NaN;
}

function moved(tensors: readonly Plain[], t: number, i: number, by: number): Plain[] {
  return tensors.map((tensor, k) =>
    k === t ? { shape: tensor.shape, data: tensor.data.map((x, j) => (j === i ? x + by : x)) } : tensor,
  );
}
