import { describe, expect, test } from 'vitest';
import { type Big, big, carryDigits, DIGITS, ONE } from './big.ts';
import { expTail } from './exp-tail.ts';
import { log1p } from './log1p.ts';

/** The same with so many digits that the difference may cancel. */
function long(compute: () => Big): Big {
  carryDigits(400);
  try {
    return compute();
  } finally {
    carryDigits(DIGITS);
  }
}

const off = (got: Big, truth: Big): number => got.minus(truth).div(truth).abs().toNumber();

describe.each(['-1e-100', '1e-30', '-1e-7', '3e-6', '0.2', '-0.249', '0.26', '-5', '40'])('at %s', (digits) => {
  const x = big(digits);
  test('e^x - 1 and e^x - 1 - x keep their digits', () => {
    expect(
      off(
        expTail(x, 1),
        long(() => x.exp().minus(ONE)),
      ),
    ).toBeLessThan(1e-60);
    expect(
      off(
        expTail(x, 2),
        long(() => x.exp().minus(ONE).minus(x)),
      ),
    ).toBeLessThan(1e-60);
  });
  test('log(1 + x) keeps its digits', () => {
    if (x.gt(-1))
      expect(
        off(
          log1p(x),
          long(() => x.plus(ONE).ln()),
        ),
      ).toBeLessThan(1e-57);
  });
});
