import { type Big, big } from './big.ts';

const FRACTION = 2n ** 52n;
const view = new DataView(new ArrayBuffer(8));

/**
 * The exact value of a double, with all its decimal digits: `big(0.1)` is a tenth, `exactly(0.1)` is
 * 0.1000000000000000055511151231257827021181583404541015625.
 */
export function exactly(x: number): Big {
  if (!Number.isFinite(x) || (Number.isInteger(x) && Math.abs(x) < 2 ** 31)) return big(x);
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const significand = (bits % FRACTION) + (biased === 0 ? 0n : FRACTION);
  const exponent = Math.max(biased, 1) - 1075;
  // m 2^-k = m 5^k 10^-k
  const digits = exponent < 0 ? significand * 5n ** BigInt(-exponent) : significand * 2n ** BigInt(exponent);
  return big(`${x < 0 ? '-' : ''}${digits}e${Math.min(exponent, 0)}`);
}
