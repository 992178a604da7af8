import { describe, expect, test } from 'vitest';
import { describeMismatch, firstMismatch, spacing, type Terms } from './agreement.ts';
import type { Value } from './value.ts';

const terms = (more: Partial<Terms> = {}): Terms => ({ allowed: 0, because: 'of the test', ...more });
const agree = (got: Value, expected: Value, more: Partial<Terms> = {}): boolean =>
  firstMismatch(got, expected, terms(more)) === null;
const message = (got: Value, expected: Value, more: Partial<Terms> = {}): string => {
  const mismatch = firstMismatch(got, expected, terms(more));
  return mismatch ? describeMismatch(mismatch) : 'none';
};

const SPECIAL = [Number.NaN, Infinity, -Infinity, 0, 1, -1, Number.MAX_VALUE];

describe('numbers of another kind', () => {
  // A generous allowed error forgives none of these, as rtol does in many frameworks.
  for (const got of SPECIAL) {
    for (const expected of SPECIAL) {
      if (Number.isFinite(got) && Number.isFinite(expected)) continue;
      const same = Object.is(got, expected);
      test(`${got} for ${expected} is ${same ? 'right' : 'wrong'}, whatever error is allowed`, () => {
        expect(agree(got, expected, { allowed: Number.MAX_VALUE })).toBe(same);
      });
    }
  }

  test('a missing number is not NaN', () => {
    expect(agree(undefined, Number.NaN)).toBe(false);
    expect(agree(null, Number.NaN)).toBe(false);
    expect(agree('NaN', Number.NaN)).toBe(false);
  });
});

describe('the allowed error', () => {
  test('includes its end and nothing beyond', () => {
    expect(agree(1.5, 1, { allowed: 0.5 })).toBe(true);
    expect(agree(1.5 + 2 ** -52, 1, { allowed: 0.5 })).toBe(false);
    expect(agree(0.5 - 2 ** -53, 1, { allowed: 0.5 })).toBe(false);
  });

  test('belongs to each element alone', () => {
    const allowed = [0, 1, 0];
    expect(agree([1, 3, 3], [1, 2, 3], { allowed })).toBe(true);
    expect(message([1, 3, 3.25], [1, 2, 3], { allowed })).toContain('at [2]');
  });

  test('of Infinity abstains from that element and from no other', () => {
    const allowed = { h: [Infinity, 0], c: Infinity };
    const expected = { h: [1, 2], c: 3 };
    expect(agree({ h: [Number.NaN, 2], c: -Infinity }, expected, { allowed })).toBe(true);
    expect(agree({ h: [1, 2.5], c: 3 }, expected, { allowed })).toBe(false);
  });

  test('of Infinity still asks for a number in the right place', () => {
    expect(agree(undefined, 1, { allowed: Infinity })).toBe(false);
    expect(agree([[1]], [1], { allowed: Infinity })).toBe(false);
  });

  test('of NaN accepts nothing but what is exact', () => {
    expect(agree(1, 2, { allowed: Number.NaN })).toBe(false);
  });

  test('must be given for every element', () => {
    expect(() => agree([1, 2], [1, 2], { allowed: [0] })).toThrow("'1'");
  });
});

describe('the sign of zero', () => {
  test('counts where no error is allowed', () => {
    expect(agree(-0, 0)).toBe(false);
    expect(agree(0, -0)).toBe(false);
    expect(agree(-0, -0)).toBe(true);
    expect(message(-0, 0)).toContain('got -0, expected 0');
  });

  test('does not count within an allowed error, or where it is not asked for', () => {
    expect(agree(-0, 0, { allowed: 1e-300 })).toBe(true);
    expect(agree(-0, 0, { signedZero: false })).toBe(true);
  });
});

describe('vanishing sizes', () => {
  const vanishing = 2 ** -126;

  test('count as zero on both sides', () => {
    expect(agree(1e-40, 0, { vanishing, signedZero: false })).toBe(true);
    expect(agree(0, -1e-40, { vanishing, signedZero: false })).toBe(true);
  });

  test('do not swallow what is large enough', () => {
    expect(agree(2 ** -126, 0, { vanishing })).toBe(false);
    expect(agree(Number.NaN, 1e-40, { vanishing })).toBe(false);
  });
});

describe('shape and kind', () => {
  test.each<[string, Value, Value]>([
    ['a shorter array', [1, 2], [1, 2, 3]],
    ['a longer array', [1, 2, 3], [1, 2]],
    ['an empty array', [], [1]],
    ['an array too deep', [[1], [2]], [1, 2]],
    ['an array too flat', [1, 2], [[1], [2]]],
    ['a transposed matrix', [[1], [2]], [[1, 2]]],
    ['a number for an array', 1, [1]],
    ['an array for a number', [1], 1],
    ['a string for a number', '1', 1],
    ['a boolean for a number', true, 1],
    ['nothing', undefined, 1],
    ['nothing for an array', undefined, [1]],
    ['null for a record', null, { h: 1 }],
    ['an array for a record', [1], { h: 1 }],
    ['a record for an array', { 0: 1 }, [1]],
    ['a record without a key', { h: 1 }, { h: 1, c: 2 }],
    ['a key that is inherited alone', { h: 1 }, { h: 1, toString: 2 }],
    ['another boolean', false, true],
    ['another string', 'same', 'valid'],
  ])('%s is wrong', (_, got, expected) => {
    expect(firstMismatch(got, expected, terms({ allowed: 1e9 }))?.kind).toBe('shape');
  });

  test('extra keys, and keys that are expected to hold nothing, are ignored', () => {
    expect(agree({ h: 1, c: 2, note: 'x' }, { h: 1, c: 2 })).toBe(true);
    expect(agree({ h: 1 }, { h: 1, c: undefined })).toBe(true);
  });

  test('empty arrays agree', () => {
    expect(agree([], [])).toBe(true);
    expect(agree({ drives: [], activations: [] }, { drives: [], activations: [] })).toBe(true);
  });
});

describe('the message', () => {
  test('says index, got, expected, error, ulps, allowed and why', () => {
    expect(message([[1, 1]], [[1, 0.75]], { allowed: 2 ** -10 })).toBe(
      'at [0][1]: got 1, expected 0.75: off by 0.250, allowed 0.000977 (of the test)',
    );
  });

  test('counts ulps below a million alone', () => {
    const off = (error: number): string => message(1 + error, 1);
    expect(off(999_000 * 2 ** -52)).toContain('off by 2.22e-10, 9.99e+5 ulp');
    expect(off(1_000_001 * 2 ** -52)).toContain('off by 2.22e-10, allowed');
  });

  test('counts ulps in the format of the terms', () => {
    expect(message(1 + 2 ** -23, 1, { unit: 2 ** -24 })).toContain('off by 1.19e-7, 1.00 ulp');
  });

  test('names the path into a record', () => {
    expect(message({ h: [1, 2] }, { h: [1, 3] })).toMatch(/^at \.h\[1\]: got 2, expected 3: /);
  });

  test('has no index for a bare number', () => {
    expect(message(1, 2)).toMatch(/^got 1, expected 2: off by 1\.00/);
  });

  test('gives no error where it has no size', () => {
    expect(message(Number.NaN, 1, { allowed: 1 })).toBe('got NaN, expected 1 (of the test)');
  });

  test('gives both shapes', () => {
    expect(message([[1, 2, 3]], [[1], [2]])).toBe(
      'got an array [1, 3], expected an array [2, 1]: the shape or kind differs',
    );
    expect(message({ m: 1 }, { h: 1, c: 2 })).toContain('got a record { m }, expected a record { h, c }');
    expect(message(undefined, 1)).toContain('got nothing (undefined), expected 1');
  });

  test('is about the first difference', () => {
    expect(message([1, 5, 6], [1, 2, 3])).toContain('at [1]');
  });
});

describe('spacing', () => {
  test.each([
    [1, 2 ** -53, 2 ** -52],
    [1.999, 2 ** -53, 2 ** -52],
    [-2, 2 ** -53, 2 ** -51],
    [1, 2 ** -24, 2 ** -23],
    [0, 2 ** -53, 2 ** -1074],
    [0, 2 ** -24, 2 ** -149],
    [2 ** -140, 2 ** -24, 2 ** -149],
    [Number.MAX_VALUE, 2 ** -53, 2 ** 971],
  ])('after %d in the format of roundoff %d is %d', (x, unit, gap) => {
    expect(spacing(x, unit)).toBe(gap);
  });
});
