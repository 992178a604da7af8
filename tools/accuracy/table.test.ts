import { expect, test } from 'vitest';
import type { Authority } from './authority.ts';
import { ONE } from './big.ts';
import { excess } from './limits.ts';
import type { Measured } from './measure.ts';
import { accuracyPage, limitsOf } from './table.ts';

const authority = (kind: Authority['class']): Authority => ({ class: kind, exact: () => ONE });
const measured = (ulps: number, ratio: number): Measured => ({
  points: 10,
  abstained: 0,
  ulps: { size: ulps, args: [[0.1, -Infinity], { axis: 1 }], path: [1] },
  ratio: { size: ratio, args: [], path: [] },
});

test('the limits of a page are read back', () => {
  const page = accuracyPage(
    [
      { path: 'training/tanh', authority: authority('elementary'), measured: measured(1.5, 0.3) },
      { path: 'losses/some-loss', authority: authority('running error'), measured: measured(1e9, 0.9) },
    ],
    ['convolution/same-padding'],
  );
  expect(limitsOf(page)).toEqual(
    new Map([
      ['training/tanh', 2],
      ['losses/some-loss', Infinity],
    ]),
  );
  expect(page).toContain('[0.1,"-Infinity"], {"axis":1}` at `[1]`');
});

test('a class is exceeded by ulps or by its bound', () => {
  expect(excess(authority('elementary'), measured(2.1, 0.5))).toBe('2.100 ulp, allowed 2 (elementary)');
  expect(excess(authority('elementary'), measured(2, 0.5))).toBeNull();
  expect(excess(authority('running error'), measured(1e6, 1.01))).toBe('1.010 of its running error bound');
  expect(excess(authority('product'), measured(Infinity, 0))).toContain('Infinity ulp');
});
