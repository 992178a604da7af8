import { type Pair, pairProduct, pairQuotient, pairSum } from '../../pair.ts';

const HALF_PI: Pair = [1.5707963267948966, 6.123233995736766e-17];

/** From 1 / 12! on float64 is enough: what it rounds of these terms is below 2^-84. */
const SMALL = 12; // equivalent mutants: `12 + 1`, `12 * (1 + 1e-6)` (that term is 2^-30 of the sum)

/** 1 / n! for n of 0 to 25. */
const INVERSE_FACTORIALS = inverseFactorials(25); // equivalent mutants: `25 + 1`, `25 * (1 + 1e-6)` (26 is never read)

/**
 * Sine and cosine of an angle of 0 to $2^{28}$, each off by less than $2^{-70}$ before it is rounded once. The angle less a
 * multiple of a right angle is at most $\pi / 4$, where 13 terms of each series leave less than $2^{-96}$;
 * the small ones are summed in float64.
 */
export function sineAndCosine(angle: Pair): { sine: number; cosine: number } {
  const quarters = Math.round(angle[0] / HALF_PI[0]);
  const rest = pairSum(angle, pairProduct(HALF_PI, [-quarters, 0]));
  const square = pairProduct(rest, rest);
  const [sine] = pairProduct(rest, alternating(square, 25));
  const [cosine] = alternating(square, 24);
  const turned = [
    { sine, cosine },
    { sine: cosine, cosine: -sine },
    { sine: -sine, cosine: -cosine },
    { sine: -cosine, cosine: sine },
  ];
  return turned[quarters % 4] as { sine: number; cosine: number };
}

/** 1 / k! - x / (k + 2)! + x^2 / (k + 4)! - … up to the last factorial, whose number is odd (k = 1) or even (k = 0). */
function alternating(x: Pair, last: number): Pair {
  let n = last;
  let tail = 0;
  // Equivalent mutants: `SMALL + 1`, `SMALL - 1`, `n > SMALL`, `n < SMALL`, `for (; false` (pairs lose less, beyond the last digit)
  for (; n >= SMALL; n -= 2) tail = (INVERSE_FACTORIALS[n] as Pair)[0] - x[0] * tail;
  let total: Pair = [tail, 0];
  for (; n >= 0; n -= 2) {
    const [high, low] = pairProduct(x, total);
    total = pairSum(INVERSE_FACTORIALS[n] as Pair, [-high, -low]);
  }
  return total;
}

function inverseFactorials(last: number): Pair[] {
  let inverse: Pair = [1, 0];
  const inverses = [inverse];
  // Equivalent mutant: `last + 1` (it is never read)
  for (let n = 1; n <= last; n++) {
    inverse = pairQuotient(inverse, [n, 0]);
    inverses.push(inverse);
  }
  return inverses;
}
