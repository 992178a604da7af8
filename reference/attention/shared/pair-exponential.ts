import { type Pair, pairProduct, pairQuotient, pairSum } from '../../pair.ts';

const LOG_OF_2: Pair = [0.6931471805599453, 2.3190468138462996e-17];

/** m 2^n: the power of two apart, so that a small result loses no bits before it is rounded. */
export interface Scaled {
  mantissa: Pair;
  exponent: number;
}

/**
 * $e^x$ for $|x| \le 1000$, off by at most $2^{-90}$ of itself: $e^x = 2^n (e^{r / 16})^{16}$ with $r = x - n \ln 2$ of at most
 * 0.35, and 16 terms of the series, the last of them below $2^{-110}$.
 */
export function pairExponential(x: Pair): Scaled {
  const exponent = Math.round(x[0] / LOG_OF_2[0]);
  const [high, low] = pairSum(x, pairProduct(LOG_OF_2, [-exponent, 0]));
  const part: Pair = [high / 16, low / 16];
  // Equivalent mutants: `[1 * (1 + 1e-6), 0]`, `[1 + 1, 0]`, `[1, 0 + 1]` (its part is below 2^-120, and a pair is rounded)
  let mantissa: Pair = [1, 0];
  // Equivalent mutant: `15 + 1` (that term is below 2^-130, and a pair is rounded)
  for (let k = 15; k >= 1; k--) {
    mantissa = pairSum([1, 0], pairQuotient(pairProduct(part, mantissa), [k, 0]));
  }
  for (let squarings = 0; squarings < 4; squarings++) mantissa = pairProduct(mantissa, mantissa);
  return { mantissa, exponent };
}
