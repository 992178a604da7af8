import { all, type BigNumber, create } from 'mathjs';

/** Arithmetic at 100 digits, for tests of what float64 cannot tell. */
export const digits100 = create(all ?? {}, { number: 'BigNumber', precision: 100 });

/** The exact value of a double: a whole number times a power of two. mathjs itself reads it as the shortest decimal. */
export function exactly(x: number): BigNumber {
  let [whole, halvings] = [x, 0];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return digits100.bignumber(String(BigInt(whole))).div(digits100.bignumber(2).pow(halvings));
}
