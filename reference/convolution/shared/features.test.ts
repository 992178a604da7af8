import { describe, expect, test } from 'vitest';
import { tensor, toNested, vector } from '../../ndarray.ts';
import { denseConcat, denseConcatGradient } from '../dense-concat.ts';
import { residualGradient } from '../residual.ts';
import { expectConvLayers } from './features.ts';

describe('the gradient of the skip path is the identity', () => {
  const x = tensor([1, 1, 2, 2], [1, -2, 3, 4]);
  const kernel = tensor([1, 1, 2, 2], [1, 2, 3, 4]);
  // No drive is positive, so that nothing passes back through the convolution.
  const bias = vector([-100, -100]);

  test('in a residual layer', () => {
    const upstream = tensor([1, 1, 2, 2], [5, -6, 7, 8]);
    expect(toNested(residualGradient(upstream, x, kernel, bias).x)).toEqual(toNested(upstream));
  });

  test('in a densely connected layer, behind the features', () => {
    const upstream = tensor([1, 1, 2, 4], [1, 1, 5, -6, 1, 1, 7, 8]);
    const { x: back } = denseConcatGradient(upstream, x, kernel, bias);
    expect(toNested(back)).toEqual([
      [
        [
          [5, -6],
          [7, 8],
        ],
      ],
    ]);
  });
});

describe('features that are too many are refused before they are computed', () => {
  const x = tensor([1, 2 ** 14, 1, 1]);
  const layer = (filters: number) => [tensor([1, 1, 1, filters]), tensor([filters])] as const;

  test('by themselves', () => {
    expect(() => denseConcat(x, ...layer(2 ** 14 + 1))).toThrow(
      'kernel: expected a result of at most 268435456 elements, got shape [1, 16384, 1, 16385]',
    );
  });

  test('together with the images', () => {
    expect(() => denseConcat(x, ...layer(2 ** 14))).toThrow(
      'kernel: expected a result of at most 268435456 elements, got shape [1, 16384, 1, 16385]',
    );
  });
});

test('a layer that is none is named by its place', () => {
  // @ts-expect-error -- what a caller without types may do
  expect(() => expectConvLayers([{}, null])).toThrow(/^layers\[1\]: /);
});
