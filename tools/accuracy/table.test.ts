import { expect, test } from 'vitest';
import { excess } from './limits.ts';
import type { Measured } from './measure.ts';
import { accuracyPage, limitsOf } from './table.ts';

const measured = (ulps: number, ratio: number, stated: number | null = null): Measured => ({
  points: 10,
  abstained: 0,
  ulps: { size: ulps, args: [[0.1, -Infinity], { axis: 1 }], path: [1] },
  ratio: { size: ratio, args: [], path: [] },
  stated: stated === null ? null : { size: stated, args: [], path: [] },
});

test('the limits of a page are read back', () => {
  const page = accuracyPage(
    [
      { name: 'training/tanh', kind: 'elementary', measured: measured(1.5, 0.3) },
      { name: 'losses/some-sum', kind: 'sum', measured: measured(7, 0.4, 0.2) },
      { name: 'losses/some-loss gradient', kind: 'gradient', measured: measured(1e9, 0.9) },
    ],
    ['convolution/same-padding'],
  );
  expect(limitsOf(page)).toEqual(
    new Map([
      ['training/tanh', 2],
      ['losses/some-sum', Infinity],
      ['losses/some-loss gradient', Infinity],
    ]),
  );
  expect(page).toContain('[0.1,"-Infinity"], {"axis":1}` at `[1]`');
});

test('a class is exceeded by ulps or by its bound', () => {
  expect(excess('elementary', measured(2.1, 0.5))).toBe('2.100 ulp, allowed 2 (elementary)');
  expect(excess('elementary', measured(2, 0.5))).toBeNull();
  expect(excess('running error', measured(1e6, 1.01))).toBe('1.010 of its bound, allowed 1 (running error)');
  expect(excess('sum', measured(1e6, 0.5, 1))).toBeNull();
  expect(excess('sum', measured(0, 0, 1.01))).toBe('1.010 of the bound that its docstring derives, allowed 1');
  expect(excess('sum', measured(0, 0, Number.NaN))).toContain('NaN');
  expect(excess('sum', measured(0, 0))).toBe('a sum without the bound that its docstring derives');
  expect(excess('product', measured(Infinity, 0))).toContain('Infinity ulp');
});
