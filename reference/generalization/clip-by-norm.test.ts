import { expect, test } from 'vitest';
import { tensor, toNested, vector } from '../ndarray.ts';
import { clipByGlobalNorm, clipByGlobalNormGradient } from './clip-by-global-norm.ts';
import { clipByNorm, clipByNormGradient } from './clip-by-norm.ts';
import { frobeniusNorm } from './frobenius-norm.ts';

// Scaled by its norm over itself, this one would come out with other last bits.
const G = [0.1, 0.7, -0.3];
const LENGTH = frobeniusNorm(tensor([1, 3], G));
const U = [1, -2, 0.5];

test('a gradient exactly as long as the limit keeps its bits', () => {
  expect(toNested(clipByNorm(vector(G), LENGTH))).toEqual(G);
  expect(clipByGlobalNorm([vector(G)], LENGTH).map(toNested)).toEqual([G]);
});

test('at the limit what arrives passes', () => {
  expect(toNested(clipByNormGradient(vector(U), vector(G), LENGTH).gradient)).toEqual(U);
  expect(clipByGlobalNormGradient([vector(U)], [vector(G)], LENGTH).gradients.map(toNested)).toEqual([U]);
});

test('a gradient of zeros passes what arrives', () => {
  expect(toNested(clipByNormGradient(vector(U), vector([0, 0, 0]), 2).gradient)).toEqual(U);
});
