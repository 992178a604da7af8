import { expect, test } from 'vitest';
import { matrix } from '../ndarray.ts';
import { autoencoder, autoencoderGradient } from './autoencoder.ts';

test('an upstream gradient of the loss that is not a number is refused', () => {
  const x = matrix([[1]]);
  const upstream = { code: x, reconstruction: x, loss: Number.NaN };
  expect(() => autoencoderGradient(upstream, x, [], [])).toThrow(/^upstream\.loss: /);
});

test('a layer that is none is named by its place', () => {
  // @ts-expect-error -- what a caller without types may do
  expect(() => autoencoder(matrix([[1]]), [], [null])).toThrow(/^decoder\[0\]: /);
});
