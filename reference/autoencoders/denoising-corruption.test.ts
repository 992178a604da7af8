import { expect, test } from 'vitest';
import { tensor } from '../ndarray.ts';
import { expectCorruption } from './denoising-corruption.ts';

const x = tensor([1, 1, 1, 1], [1]);

test('a quarter of the pixels is darkened and nothing is added, unless an option says otherwise', () => {
  expect(expectCorruption(x, 1, {})).toEqual({ rate: 0.25, deviation: 0 });
});

test('a rate a little above 1 is refused', () => {
  expect(() => expectCorruption(x, 1, { rate: 1 + 2 ** -52 })).toThrow(/^options\.rate: /);
});
