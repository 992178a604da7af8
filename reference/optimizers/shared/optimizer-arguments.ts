import { described, expectSameShape, flat, type NdArray, vectorLength } from '../../ndarray.ts';
import { expectRecord } from '../../options.ts';

/**
 * Checks the vectors that an optimizer keeps between its steps: all as long as `theta`, and `v`, a sum of squares,
 * without negative entries.
 *
 * @throws {TypeError} `state` is not an object, or one of them is not an ndarray.
 * @throws {RangeError} One of them is not a vector of the length of `theta`, or `v` has a negative entry.
 */
export function expectState<M extends string>(
  state: { readonly theta: NdArray } & { readonly [moment in M]: NdArray },
  moments: readonly M[],
): void {
  expectRecord('state', state);
  vectorLength('state.theta', state.theta);
  for (const moment of moments) {
    expectSameShape('state.theta', state.theta, `state.${moment}`, state[moment]);
    if (moment !== 'v') continue;
    const negative = flat(state[moment]).find((x) => x < 0);
    if (negative !== undefined) throw new RangeError(`state.v: expected no negative entries, got ${negative}`);
  }
}

/** @throws {RangeError} The value is not a finite number of at least 0, as learning rates and epsilons are. */
export function expectNotNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${name}: expected a finite number of at least 0, got ${described(value)}`);
  }
}

/** @throws {RangeError} The value is not a share of the past that is kept: at least 0, below 1. */
export function expectDecay(name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0 && value < 1)) {
    throw new RangeError(`${name}: expected a number of at least 0 and below 1, got ${described(value)}`);
  }
}
