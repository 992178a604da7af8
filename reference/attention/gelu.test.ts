import { expect, test } from 'vitest';
import { gelu, geluGradient } from './gelu.ts';

// Expected values: mpmath at 60 digits, rounded once.
test.each([
  [-20, -5.507248237212468e-88],
  [-8.25, -6.533774209580044e-16],
  [-5, -1.4332578593959695e-6],
  [-4.999, -1.4404219287179218e-6],
  [-0.75, -0.16997051428265114],
  [3.3, 3.2984047003301336],
  [1e308, 1e308],
])('the exact form at %d is %d', (z, expected) => {
  expect(gelu(z, { approximate: 'none' })).toBe(expected);
});

test('the gradients far out are 0 and 1 in both forms', () => {
  for (const approximate of ['tanh', 'none'] as const) {
    expect(geluGradient(1, 1e308, { approximate })).toEqual({ z: 1 });
    expect(geluGradient(1, -1e308, { approximate })).toEqual({ z: 0 });
  }
});
