import { expect, test } from 'vitest';
import { expectationOf } from './expectation.ts';

test('a name says status, misconception and losses', () => {
  const plain = { misconception: null, losses: [] };
  expect(expectationOf('correct--typed-loops.ts')).toEqual({ ...plain, status: 'correct' });
  expect(expectationOf('wrong--default-rate-0.01.js')).toEqual({ ...plain, status: 'wrong' });
  expect(expectationOf('error--needs-two-classes.mjs')).toEqual({ ...plain, status: 'error' });
  expect(expectationOf('a/b/wrong--over-batch--columns.ts')).toEqual({
    ...plain,
    status: 'wrong',
    misconception: 'over-batch',
  });
  expect(expectationOf('unstable--no-maximum--in-two-files')).toEqual({
    ...plain,
    status: 'unstable',
    misconception: 'no-maximum',
  });
  expect(expectationOf('correct--loses-purity--in-place.ts')).toEqual({
    ...plain,
    status: 'correct',
    losses: ['purity'],
  });
  expect(expectationOf('correct--loses-purity--loses-errors--careless.ts').losses).toEqual(['purity', 'errors']);
});

test.each([
  ['a/rong--columns.ts', "'rong' is none of correct, unstable, wrong, error, timeout, memory"],
  ['a/wrong.ts', 'there is no title'],
  ['a/wrong--over-batch--.ts', "'' is not words"],
  ['a/wrong--Columns.ts', "'Columns' is not words"],
  ['a/wrong---columns.ts', "'-columns' is not words"],
  ['a/wrong--over-batch--over-all--columns.ts', "that is 'wrong' cannot have 'over-batch--over-all' before its title"],
  ['a/error--over-batch--columns.ts', "that is 'error' cannot have 'over-batch' before its title"],
  ['a/correct--loses-points--in-place.ts', "'loses-points' is none of loses-purity, loses-errors"],
])('%s is refused, with its path and why', (path, why) => {
  expect(() => expectationOf(path)).toThrow(`${path}: `);
  expect(() => expectationOf(path)).toThrow(why);
});
