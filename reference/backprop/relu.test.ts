import { expect, test } from 'vitest';
import { reluGradient } from './relu.ts';

test.each([0, -0])('at a drive of %d the slope is taken as 0', (z) => {
  expect(reluGradient(3, z).z).toBe(0);
});
