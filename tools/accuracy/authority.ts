import type { Formula } from '../../properties/entry/entry.ts';
import type { Complete } from '../../properties/parameters/completed.ts';
import type { Nest } from '../../properties/values/nest.ts';
import type { Tensor, Tree } from '../../properties/values/value.ts';
import type { Big } from './big.ts';

/** The arguments of a formula with a number of many digits in place of each number. */
export type Exact<T> = 0 extends 1 & T
  ? any
  : Tensor extends T
    ? Nest<Big>
    : T extends number
      ? Big
      : T extends string | boolean | null | undefined
        ? T
        : { [K in keyof T]: Exact<T[K]> };

/** Complete arguments, with every default filled in. */
export type ExactArguments<A extends readonly unknown[]> = { [K in keyof A]-?: Exact<Complete<A[K]>> };

/**
 * What the error of a reference must stay within: nothing, 2 ULP for one elementary call, 4 ULP for a product of two,
 * the bound that its docstring derives for a sum (and the next), otherwise the bound that the running error analysis of
 * its entry gives for float64. A gradient by hand may take twice the bound of backward differentiation, whose steps
 * differ.
 */
export type AccuracyClass = 'exact' | 'elementary' | 'product' | 'sum' | 'running error' | 'gradient';

/** The ULPs that a class allows, Infinity if its bound is not counted in them, and the share of the bound. */
export const LIMITS: Readonly<Record<AccuracyClass, { ulps: number; share: number }>> = {
  exact: { ulps: 0, share: 1 },
  elementary: { ulps: 2, share: 1 },
  product: { ulps: 4, share: 1 },
  sum: { ulps: Infinity, share: 1 },
  'running error': { ulps: Infinity, share: 1 },
  gradient: { ulps: Infinity, share: 2 },
};

/** A formula stated again, over numbers of 64 digits. */
export interface Authority<F extends Formula = Formula> {
  class: Exclude<AccuracyClass, 'gradient'>;
  /** sizes between which single arguments are swept, log-uniformly and of both signs, if the formula takes one number */
  sweep?: readonly [least: number, most: number];
  exact: (...args: ExactArguments<Parameters<F>>) => Tree<Big>;
  /** what differences are taken of, if the entry's gradient is that of a surrogate */
  surrogate?: (...point: ExactArguments<Parameters<F>>) => (...args: ExactArguments<Parameters<F>>) => Tree<Big>;
  /** of a sum: the bound that the docstring of the reference derives, for each number of the result */
  bound?: (...args: ExactArguments<Parameters<F>>) => Tree<Big>;
}
