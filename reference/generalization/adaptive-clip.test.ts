import { expect, test } from 'vitest';
import { matrix, toNested } from '../ndarray.ts';
import { adaptiveClipGradient } from './adaptive-clip.ts';

const U = matrix([[2], [0.5]]);

test('at the limit what arrives passes, and nothing goes to the weights', () => {
  const [w, gradient] = [matrix([[3], [4]]), matrix([[4], [3]])];
  const back = adaptiveClipGradient(U, w, gradient, { clipping: 1 });
  expect([toNested(back.gradient), toNested(back.w)]).toEqual([
    [[2], [0.5]],
    [[0], [0]],
  ]);
});

test('weights of exactly epsilon get nothing', () => {
  const [w, gradient] = [matrix([[3], [4]]), matrix([[8], [6]])];
  const back = adaptiveClipGradient(U, w, gradient, { clipping: 1, epsilon: 5 });
  expect(toNested(back.w)).toEqual([[0], [0]]);
});
