import { describe, expect, test } from 'vitest';
import { big, ONE } from './big.ts';
import { exactly } from './exactly.ts';
import { distance } from './ulps.ts';

describe('distance', () => {
  test('a correctly rounded third is off by less than half an ulp, its neighbour by more', () => {
    const third = ONE.div(3);
    expect(distance(1 / 3, third).ulps).toBeCloseTo(1 / 3, 12);
    expect(distance(1 / 3 + 2 ** -54, third).ulps).toBeCloseTo(2 / 3, 12);
  });

  test('below a power of two the gap is half of that above', () => {
    expect(distance(1 + 2 ** -52, ONE).ulps).toBe(1);
    expect(distance(1, exactly(1).minus(big(2).pow(-54))).ulps).toBe(0.5);
  });

  test('below the normal numbers the gap stays', () => {
    expect(distance(0, exactly(5e-324)).ulps).toBe(1);
    expect(distance(0, big('1e-400')).ulps).toBeLessThan(1e-70);
  });

  test('a value beyond the range is Infinity, and nothing else', () => {
    expect(distance(Infinity, big('1e309')).ulps).toBe(0);
    expect(distance(Number.MAX_VALUE, big('1e309')).ulps).toBe(Infinity);
    expect(distance(Number.NaN, big(1)).ulps).toBe(Infinity);
    expect(distance(Number.NaN, big(Number.NaN)).ulps).toBe(0);
    expect(distance(-Infinity, big('1e309')).ulps).toBe(Infinity);
  });
});
