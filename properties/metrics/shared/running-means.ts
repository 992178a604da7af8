import fc from 'fast-check';
import { grid } from '../../inputs/inputs.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import type { Vector } from '../../values/value.ts';

/** The state of a running mean, as formulas take it. */
export interface MeanState {
  total: number;
  count: number;
}

/** The same with the mean so far, as formulas return it. */
export interface Mean extends MeanState {
  [key: string]: number;
  result: number;
}

export const RESET: MeanState = { total: 0, count: 0 };

/** A state just reset, or one after some values or weights. */
export const meanStates: fc.Arbitrary<MeanState> = fc.oneof(
  { arbitrary: fc.constant(RESET), weight: 1 },
  {
    arbitrary: fc.tuple(grid, fc.integer({ min: 1, max: 64 })).map(([total, k]) => ({ total, count: k / 4 })),
    weight: 2,
  },
);

/** Weights that are often 0, 1 or whole. */
export const weight: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 1, max: 48 }).map((k) => k / 16),
);

/** The running mean over running-error arithmetic. */
export function roundedMean(
  r: Rounding,
  state: { total: Rounded; count: Rounded },
  values: readonly Rounded[],
  weights: readonly Rounded[] = values.map(() => r.exact(1)),
): { total: Rounded; count: Rounded; result: Rounded } {
  const total = r.add(state.total, r.dot(values, weights));
  const count = r.add(state.count, r.sum(weights));
  return { total, count, result: count.value === 0 ? r.exact(0) : r.divide(total, count) };
}

/** Weights of 1 where none are given. */
export function weightsOf(n: number, options: { weights?: Vector } | undefined): Vector {
  return options?.weights ?? Array.from({ length: n }, () => 1);
}
