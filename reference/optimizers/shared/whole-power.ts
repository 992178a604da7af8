import { type Pair, pairProduct } from '../../pair.ts';

/**
 * $b^n$ for $0 \le b \le 1$ and a whole $n \ge 0$, rounded once.
 *
 * Not by `**`: from Node 23 on it calls the C library's `pow`, whose last bit differs from that of earlier versions and
 * from one system to another. Here are only sums and products, which IEEE 754 fixes: repeated squaring of an unevaluated
 * sum of two numbers (Dekker 1971), whose error is far below half a unit in the last place of the result.
 */
export function wholePower(base: number, exponent: number): number {
  let power: Pair = [1, 0];
  let square: Pair = [base, 0];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = pairProduct(power, square);
    square = pairProduct(square, square);
  }
  return power[0];
}
