import { described } from '../ndarray.ts';
import { expectFinite, expectList } from '../options.ts';

/** A function of one number beside its derivative. */
export interface DerivativePair {
  f: (z: number) => number;
  derivative: (z: number) => number;
}

/**
 * The value and the derivative of composed functions, from the functions and their derivatives.
 *
 * $$(f \circ g)'(x) = f'(g(x))\, g'(x), \qquad
 *   (f_1 \circ \dots \circ f_K)'(x) = \prod_{k=1}^{K} f_k'(z_k), \quad z_K = x, \quad z_{k-1} = f_k(z_k)$$
 *
 * - $f_k$, $f_k'$ `pairs`: records `{ f, derivative }`, the outermost first, as they are written in $f_1 \circ f_2$
 * - $x$ `x`: a number
 * - the result: the record `{ value, derivative }`, $f_1(f_2(\dots f_K(x)))$ and its derivative by x
 *
 * A pair of a value and a derivative goes from the innermost function to the outermost: each applies its function to the
 * one and multiplies the other by its derivative, both at the value that arrives. No functions are the identity, with
 * derivative 1.
 *
 * @throws {TypeError} `pairs` is not a list of records of two functions, or `x` is not a number.
 * @throws {RangeError} `x` is NaN or infinite.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.5.2. Lecture 2.
 * @example chainRule([{ f: Math.exp, derivative: Math.exp }, { f: (z) => 2 * z, derivative: () => 2 }], 0) // { value: 1, derivative: 2 }
 */
export function chainRule(pairs: readonly DerivativePair[], x: number): { value: number; derivative: number } {
  expectPairs(pairs);
  expectFinite('x', x);
  let value = x;
  let derivative = 1;
  for (const pair of pairs.toReversed()) {
    derivative = pair.derivative(value) * derivative;
    value = pair.f(value);
  }
  return { value, derivative };
}

function expectPairs(pairs: readonly DerivativePair[]): void {
  expectList('pairs', pairs);
  pairs.forEach((pair: DerivativePair, k) => {
    if (typeof pair !== 'object' || pair === null) {
      throw new TypeError(`pairs[${k}]: expected { f, derivative }, got ${described(pair)}`);
    }
    for (const key of ['f', 'derivative'] as const) {
      if (typeof pair[key] !== 'function') {
        throw new TypeError(`pairs[${k}].${key}: expected a function, got ${described(pair[key])}`);
      }
    }
  });
}
