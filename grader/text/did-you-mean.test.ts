import { expect, test } from 'vitest';
import { didYouMean, misspeltAs } from './did-you-mean.ts';

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

test.each([
  ['softMax', ['softmax']],
  ['sofmax', ['softmax']],
  ['log_softmax', ['logSoftmax']],
  ['logsoftmax', ['logSoftmax']],
  ['transformer', []],
])('%s is a misspelt %j and no other', (word, meant) => {
  expect(NAMES.filter((name) => misspeltAs(name, [word], NAMES) !== null)).toEqual(meant);
});

test('what is meant as another name leaves the next candidate to be found', () => {
  expect(misspeltAs('logSoftmax', ['softMax', 'logsoftmx'], NAMES)).toBe('logsoftmx');
});
