import { all, type BigNumber, create } from 'mathjs';

/** Decimal digits that every operation of the authority carries: four times those of a double. */
export const DIGITS = 64;

/** A number of the authority. */
export type Big = BigNumber;

const math = create(all ?? {}, { number: 'BigNumber', precision: DIGITS });

/** Sets the digits of all operations that follow: only the test that 64 are enough does so. */
export function carryDigits(digits: number): void {
  math.config({ precision: digits });
  for (const known of memories) known.clear();
}

const memories: Map<string, Big>[] = [];
const REMEMBERED = 4096;

/** The same function with the last few thousand values kept: differences ask for most of them again. */
function remembering(f: (x: Big) => Big): (x: Big) => Big {
  const known = new Map<string, Big>();
  memories.push(known);
  return (x) => {
    const key = x.toString();
    const old = known.get(key);
    if (old) return old;
    if (known.size >= REMEMBERED) known.clear();
    const value = f(x);
    known.set(key, value);
    return value;
  };
}

/** e^x */
export const exp = remembering((x) => x.exp());

/** The natural logarithm. */
export const log = remembering((x) => x.ln());

/** A whole number, or another one that has few decimal digits. */
export function big(decimal: number | string): Big {
  return math.bignumber(decimal);
}

export const ZERO: Big = big(0);
export const ONE: Big = big(1);

/** The sum of numbers, from the left. */
export function sum(terms: readonly Big[]): Big {
  return terms.reduce((total, term) => total.plus(term), ZERO);
}

/** sum_i x_i y_i */
export function dot(xs: readonly Big[], ys: readonly Big[]): Big {
  return sum(xs.map((x, i) => x.times(ys[i] as Big)));
}

/** The largest number. */
export function largest(items: readonly Big[]): Big {
  return items.reduce((best, item) => (item.gt(best) ? item : best));
}

/** The value of an expression in mathjs's language at numbers of the authority. */
export function evaluated(expression: string, variables: Readonly<Record<string, Big>>): Big {
  // Each constant of an expression is a whole number or has few digits.
  return math.evaluate(expression, { ...variables }) as Big;
}
