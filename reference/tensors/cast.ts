import { type Elements, elementwise } from '../elementwise.ts';
import { expectChoice } from '../options.ts';

/** The types that a tensor may be cast to. */
export type DType = 'float32' | 'int32' | 'bool';

/**
 * The elements of a tensor as another type holds them, as numbers.
 *
 * $$y_i = \operatorname{round}_{24}(x_i), \quad \operatorname{trunc}(x_i), \quad [x_i \neq 0]$$
 *
 * - $x$ `x` a number, or an array of any rank
 * - `dtype` `'float32'`: rounded to 24 bits, to even on a tie, beyond the range infinite; `'int32'`: the fraction is cut off,
 *   toward 0; `'bool'`: 0 for 0, and 1 for all else
 * - $y$ of the same shape
 *
 * NaN, and what does not fit into an int32 once its fraction is off, becomes -2147483648, as TensorFlow has it on x86. As a
 * bool NaN is 1, since it is not 0; so is 0.5. -0.5 as an int32 is 0.
 *
 * @throws {TypeError} `x` is neither a number nor an ndarray.
 * @throws {RangeError} `x` is empty, or `dtype` is not one of the three.
 * @see Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1. Lecture 3.
 * @example cast(vector([1.7, -1.7, 0.5]), 'int32') // [1, -1, 0]
 */
export function cast(x: Elements, dtype: DType): Elements {
  expectChoice('dtype', dtype, DTYPES);
  return elementwise('x', x, CASTS[dtype]);
}

/** The names of the types. */
export const DTYPES = ['float32', 'int32', 'bool'] as const;

const LEAST_INT32 = -(2 ** 31);

const CASTS: Readonly<Record<DType, (x: number) => number>> = {
  float32: Math.fround,
  int32: (x) => {
    const whole = Math.trunc(x);
    // Equivalent mutant: `whole > LEAST_INT32` (LEAST_INT32 gives itself either way)
    return whole >= LEAST_INT32 && whole < 2 ** 31 ? whole : LEAST_INT32;
  },
  bool: (x) => (x === 0 ? 0 : 1),
};
