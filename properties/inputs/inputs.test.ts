import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, grid, logUniform, mild, numbers, options, probabilityRow, size, take, unit, whole } from './inputs.ts';

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 2000): T[] => fc.sample(arbitrary, { numRuns, seed: 7 });
const share = <T>(items: readonly T[], applies: (item: T) => boolean): number =>
  items.filter(applies).length / items.length;

/** The smallest value at which a property that fails from `fails` on is left by shrinking. */
function shrunk<T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean): T {
  const { counterexample } = fc.check(
    fc.property(arbitrary, (value) => !fails(value)),
    { seed: 7, numRuns: 2000 },
  );
  if (!counterexample) throw new Error('no draw fails');
  return counterexample[0];
}

describe('numbers', () => {
  test.each([
    ['grid', grid],
    ['logUniform', logUniform],
    ['unit', unit],
    ['whole', whole],
    ['mild', mild],
  ])('%s are float32 values of mild size, never -0', (_, arbitrary) => {
    for (const x of sample(arbitrary)) {
      expect(Math.fround(x)).toBe(x);
      expect(Object.is(x, -0)).toBe(false);
      expect(x === 0 || (Math.abs(x) >= 2 ** -24 && Math.abs(x) <= 10)).toBe(true);
    }
  });

  test('mild numbers are zeros, ties and both signs, and spread over the sizes', () => {
    const drawn = sample(mild);
    expect(share(drawn, (x) => x === 0)).toBeGreaterThan(0.05);
    expect(share(drawn, (x) => x < 0)).toBeGreaterThan(0.25);
    expect(share(drawn, (x) => x > 0)).toBeGreaterThan(0.25);
    expect(share(drawn, (x) => x !== 0 && Math.abs(x) < 0.01)).toBeGreaterThan(0.05);
    expect(share(drawn, (x) => Math.abs(x) > 2)).toBeGreaterThan(0.1);
    expect(share(drawn, (x) => x !== 0 && Number.isInteger(x))).toBeGreaterThan(0.05);
  });

  test('every binary order of logUniform is as common as the next', () => {
    const orders = sample(logUniform, 8000).map((x) => Math.floor(Math.log2(Math.abs(x))));
    for (let order = -10; order <= 2; order++) expect(share(orders, (other) => other === order)).toBeGreaterThan(0.04);
  });

  test('logUniform uses the whole significand', () => {
    expect(share(sample(logUniform), (x) => (x * 2 ** 20) % 1 !== 0)).toBeGreaterThan(0.2);
  });

  test('they shrink to small and simple ones', () => {
    expect(shrunk(grid, (x) => x > 1.3)).toBe(1.3125);
    expect(Math.abs(shrunk(mild, (x) => Math.abs(x) >= 1))).toBe(1);
    expect(Math.abs(shrunk(logUniform, () => true))).toBe(1);
  });
});

describe('sizes and arrays', () => {
  test('a size is its least often enough, and reaches its most', () => {
    const drawn = sample(size(5));
    expect(share(drawn, (n) => n === 1)).toBeGreaterThan(0.15);
    expect(share(drawn, (n) => n === 5)).toBeGreaterThan(0.05);
    expect(drawn.every((n) => n >= 1 && n <= 5)).toBe(true);
    expect(Math.min(...sample(size(5, 2)))).toBe(2);
  });

  test('some arrays hold one number only, most do not', () => {
    const alike = share(sample(numbers()), (drawn) => new Set(drawn).size === 1);
    expect(alike).toBeGreaterThan(0.02);
    expect(alike).toBeLessThan(0.3);
  });

  test('filling takes one number after another, and begins again', () => {
    const filler = take([1, 2, 3]);
    expect(filler.matrix(2, 2)).toEqual([
      [1, 2],
      [3, 1],
    ]);
    expect(filler.number()).toBe(2);
    expect(take([5]).rank4(1, 1, 1, 2)).toEqual([[[[5, 5]]]]);
    expect(take([1, 2]).rank3(1, 2, 1)).toEqual([[[1], [2]]]);
  });

  test('a matrix shrinks to the smallest shape that fails and to simple numbers', () => {
    const matrices = fc.tuple(size(4), size(5), numbers()).map(([n, c, drawn]) => take(drawn).matrix(n, c));
    expect(shrunk(matrices, (m) => m.length >= 2 && (m[0]?.length ?? 0) >= 3).map((row) => row.length)).toEqual([3, 3]);
    const smallest = shrunk(matrices, (m) => m.flat().some((x) => Math.abs(x) >= 1));
    expect(smallest).toHaveLength(1);
    expect(smallest[0]?.map(Math.abs)).toEqual([1]);
  });
});

describe('options', () => {
  const arbitrary = options({ strides: fc.constant([1, 1]), padding: fc.constantFrom('valid', 'same') });

  test('are absent, empty, partial and complete', () => {
    const drawn = sample(arbitrary);
    expect(share(drawn, (item) => item === undefined)).toBeGreaterThan(0.1);
    for (const keys of ['', 'strides', 'padding', 'strides,padding']) {
      expect(
        share(drawn, (item) => item !== undefined && Object.keys(item).sort().reverse().join() === keys),
      ).toBeGreaterThan(0.05);
    }
  });

  test('an option is never given as undefined, and an absent record is left out', () => {
    for (const item of sample(arbitrary)) {
      if (item !== undefined) expect(Object.values(item)).not.toContain(undefined);
    }
    expect(given(1, undefined)).toEqual([1]);
    expect(given(1, {})).toEqual([1, {}]);
  });
});

test('rows of probabilities are positive and sum to exactly 1 in every order', () => {
  for (const weights of sample(fc.array(mild, { minLength: 1, maxLength: 6 }))) {
    const row = probabilityRow(weights);
    expect(row.every((p) => p > 0)).toBe(true);
    expect(row.reduce((a, b) => a + b, 0)).toBe(1);
    expect(row.reduceRight((a, b) => a + b, 0)).toBe(1);
  }
});
