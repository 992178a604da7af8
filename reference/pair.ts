/**
 * The unevaluated sum of a number and of what its rounding left: about 106 bits (Dekker 1971). Only sums, products and
 * quotients are taken of the parts, which IEEE 754 fixes, so that the bits are the same in every engine.
 */
export type Pair = readonly [high: number, low: number];

/** a + b, off by at most 2^-102 (|a| + |b|). */
export function pairSum([a, aRest]: Pair, [b, bRest]: Pair): Pair {
  const high = a + b;
  const grown = high - a;
  const rest = a - (high - grown) + (b - grown);
  return joined(high, rest + (aRest + bRest));
}

/** a b, off by at most 2^-102 of itself where no part of it underflows. */
export function pairProduct([a, aRest]: Pair, [b, bRest]: Pair): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  const rest = a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2;
  return joined(high, rest + (a * bRest + aRest * b));
}

/** a / b, off by at most 2^-101 of itself. */
export function pairQuotient(a: Pair, b: Pair): Pair {
  const high = a[0] / b[0];
  const left = pairSum(a, pairProduct(b, [-high, 0]));
  return joined(high, left[0] / b[0]);
}

/** The pair of a number and a far smaller one (Dekker's fast sum). */
function joined(large: number, small: number): Pair {
  const high = large + small;
  return [high, small - (high - large)];
}

/** Veltkamp's split: two numbers of at most 26 bits, whose products are exact. */
function halves(x: number): Pair {
  const scaled = (2 ** 27 + 1) * x; // equivalent mutants: `(2 ** 27)`, `2 ** 27 - 1`, `+ 1 * (1 + 1e-6)` (26 bits too)
  const high = scaled - (scaled - x);
  return [high, x - high];
}
