import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { existingFolder } from './existing-folder.ts';
import { knownWords } from './known-words.ts';
import { wholeNumber } from './whole-number.ts';

const ops = knownWords(['softmax', 'conv2d']);

test('known words are collected', () => {
  expect(ops('conv2d', ops('softmax'))).toEqual(['softmax', 'conv2d']);
});

test('a misspelt word is refused with the one that is meant, another with all', () => {
  expect(() => ops('softmx')).toThrow('Did you mean softmax?');
  expect(() => ops('relu')).toThrow('Expected one of softmax, conv2d.');
});

test('whole numbers are taken from the least on', () => {
  expect(wholeNumber(10)('10')).toBe(10);
});

test.each(['9', '-10', '10.5', '1e2', '0x10', '', ' 10', 'ten', '9'.repeat(20)])("'%s' is refused", (text) => {
  expect(() => wholeNumber(10)(text)).toThrow('Expected a whole number of at least 10.');
});

test('a folder must exist, and be no file', () => {
  const here = fileURLToPath(new URL('.', import.meta.url));
  expect(existingFolder(here)).toBe(here);
  for (const path of [`${here}nowhere`, fileURLToPath(import.meta.url)]) {
    expect(() => existingFolder(path)).toThrow('Expected a folder that exists.');
  }
});
