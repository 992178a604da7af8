import { expect, test } from 'vitest';
import { convOutputSize } from './conv-output-size.ts';

test('a kernel that is longer than the axis fits where padding makes up for it', () => {
  // 1 + 1 + 1 elements, 3 taps: one place
  expect(convOutputSize(1, 3, { padding: { before: 1, after: 1 } })).toBe(1);
  expect(() => convOutputSize(1, 4, { padding: { before: 1, after: 1 } })).toThrow(/^kernel: .*the 3 elements/);
});
