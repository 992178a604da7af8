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
    if (rest % 2 === 1) power = product(power, square);
    square = product(square, square);
  }
  return power[0];
}

/** The sum of a number and of what its rounding left. */
type Pair = readonly [number, number];

function product([a, aRest]: Pair, [b, bRest]: Pair): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  const rest = a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2 + (a * bRest + aRest * b);
  const sum = high + rest;
  return [sum, rest - (sum - high)];
}

/** Veltkamp's split: two numbers of at most 26 bits, whose products are exact. */
function halves(x: number): Pair {
  const scaled = (2 ** 27 + 1) * x;
  const high = scaled - (scaled - x);
  return [high, x - high];
}
