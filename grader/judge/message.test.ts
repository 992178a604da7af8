import { describe, expect, test } from 'vitest';
import { firstMismatch } from '../../properties/values/agreement.ts';
import type { Value } from '../../properties/values/value.ts';
import type { Fault } from './answers.ts';
import { type Findings, messageOf } from './message.ts';

const mismatch = (got: Value, expected: Value): Fault => ({
  kind: 'mismatch',
  mismatch: firstMismatch(got, expected, { allowed: 1e-12, because: 'the tolerance' }) as NonNullable<
    ReturnType<typeof firstMismatch>
  >,
});
const message = (fault: Fault | null, more: Partial<Findings> = {}): string | null =>
  messageOf({
    status: 'wrong',
    fault,
    laws: [],
    relation: null,
    named: false,
    pure: true,
    refusesIllegal: true,
    ...more,
  });

describe('words come before digits', () => {
  test('what holds for all wrong answers is said first', () => {
    expect(message(mismatch([2], [1]), { relation: 'twice the expected value' })).toBe(
      'twice the expected value: got 2, expected 1 at [0]',
    );
  });

  test('the error and what is allowed are said only if it is a matter of digits', () => {
    expect(message(mismatch(2, 1))).toBe('got 2, expected 1');
    expect(message(mismatch(1 + 1e-9, 1))).toBe('got 1.000000001, expected 1 (off by 1.00e-9, allowed 1.00e-12)');
  });

  test('the tolerance is not explained in each message', () => {
    expect(message(mismatch(1 + 1e-9, 1))).not.toContain('the tolerance');
  });

  test('NaN is explained, on extreme input otherwise', () => {
    expect(message(mismatch(Number.NaN, 1))).toMatch(/^got NaN, expected 1; NaN comes of arithmetic with undefined/);
    expect(message(mismatch(Number.NaN, 1), { status: 'unstable' })).toMatch(
      /^on extreme input: got NaN, expected 1; NaN comes of Infinity - Infinity/,
    );
  });

  test('a name has a hint that explains NaN', () => {
    expect(message(mismatch(Number.NaN, 1), { named: true })).toBe('got NaN, expected 1');
  });

  test('on extreme input what vanished and what grew too large is told apart', () => {
    expect(message(mismatch(0, 1e-9), { status: 'unstable' })).toContain('too small for a number');
    expect(message(mismatch(Infinity, 9), { status: 'unstable' })).toContain('too large for a number');
  });

  test('an error that was thrown keeps its own words', () => {
    const threw: Fault = { kind: 'threw', message: 'TypeError: no', line: null };
    expect(message(threw, { status: 'unstable', relation: 'twice the expected value' })).toBe(
      'on extreme input: throws: TypeError: no',
    );
  });
});

describe('what is no value', () => {
  test.each([
    ['a Promise', 'take async and await away'],
    ['an iterator', 'return an array'],
    ['an array with holes', 'Array.from'],
  ])('%s: %s', (what, advice) => {
    expect(message({ kind: 'nonsense', what })).toMatch(new RegExp(`^returns ${what}: .*${advice}`));
  });

  test('nothing at all', () => {
    expect(message(mismatch(undefined, [1]))).toContain('a function in braces needs a return');
    expect(message(mismatch([undefined], [1]))).toContain('at [0]: it was never set, or a callback (of map)');
    expect(message(mismatch(undefined, [1]), { pure: false })).toContain(
      'it changes its arguments and returns nothing',
    );
  });
});
