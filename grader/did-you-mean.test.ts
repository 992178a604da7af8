import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

const NAMES = ['softmax', 'logSoftmax', 'sigmoid', 'adam', 'sgd', 'conv2d', 'step'];

test.each([
  ['sofmax', 'softmax'],
  ['sotfmax', 'softmax'],
  ['softMax', 'softmax'],
  ['log_softmax', 'logSoftmax'],
  ['sigmiod', 'sigmoid'],
  ['Adam', 'adam'],
  ['conv2D', 'conv2d'],
  ['sdg', 'sgd'],
])('%s means %s', (word, meant) => {
  expect(didYouMean(word, NAMES)).toBe(meant);
});

test.each([['transformer'], [''], ['x'], ['toString'], ['stochastic']])('%j means none of them', (word) => {
  expect(didYouMean(word, NAMES)).toBeNull();
});
