import { describe, expect, test } from 'vitest';
import { expectChoice, expectFinite, expectInteger, expectList, expectOptions, expectRecord } from './options.ts';

describe('options', () => {
  test('may be absent, partial or complete', () => {
    expect(() => expectOptions({}, ['axis'])).not.toThrow();
    expect(() => expectOptions({ axis: 1 }, ['axis'])).not.toThrow();
  });

  test.each<[string, unknown, readonly string[], string]>([
    ['an unknown one', { dim: 1 }, ['axis', 'keep'], 'options.dim: unknown option; known: axis, keep'],
    ['any where there are none', { dim: 1 }, [], 'options.dim: unknown option; known: none'],
    ['a number', 3, ['axis'], 'options: expected an object, got the number 3'],
    ['null', null, ['axis'], 'options: expected an object, got null'],
    ['an array', [1], ['axis'], 'options: expected an object, got an array of length 1'],
    ['a Map', new Map([['axis', 1]]), ['axis'], 'options: expected an object, got an object of the kind Map'],
    ['a number in an object', Object(1), ['axis'], 'options: expected an object, got an object of the kind Number'],
  ])('refuse %s', (_, options, known, message) => {
    expect(() => expectOptions(options as object, known)).toThrow(message);
  });
});

test('a record may be an instance of a class, and have no prototype', () => {
  class Layer {
    w = 1;
  }
  for (const record of [new Layer(), Object.create(null), {}])
    expect(() => expectRecord('layer', record)).not.toThrow();
});

test('a list has no holes, wherever they are', () => {
  for (const list of [[], [1, undefined]]) expect(() => expectList('layers', list)).not.toThrow();
  for (const [at, length] of [
    [0, 3],
    [1, 3],
    [2, 3],
  ] as const) {
    const list = Array.from({ length }, () => 1);
    Reflect.deleteProperty(list, at);
    expect(() => expectList('layers', list)).toThrow(`layers[${at}]: expected an entry, got a hole`);
  }
});

test('a choice is one of the list', () => {
  expect(() => expectChoice('padding', 'same', ['valid', 'same'])).not.toThrow();
  expect(() => expectChoice('padding', 'full', ['valid', 'same'])).toThrow(
    "padding: expected one of 'valid', 'same', got the string 'full'",
  );
  expect(() => expectChoice('atZero', 2, [0, 1])).toThrow('atZero: expected one of 0, 1, got the number 2');
});

test('a finite number is a number, and no NaN or infinity', () => {
  expect(() => expectFinite('rate', 0.1)).not.toThrow();
  expect(() => expectFinite('rate', '0.1' as unknown as number)).toThrow(
    "rate: expected a number, got the string '0.1'",
  );
  for (const x of [Number.NaN, Infinity])
    expect(() => expectFinite('rate', x)).toThrow(`rate: expected a finite number`);
});

test('an integer is whole and within its range', () => {
  for (const n of [1, 5]) expect(() => expectInteger('n', n, 1, 5)).not.toThrow();
  for (const n of [0, 6, 1.5, Number.NaN]) {
    expect(() => expectInteger('n', n, 1, 5)).toThrow(`n: expected an integer of 1..5, got the number ${n}`);
  }
  expect(() => expectInteger('n', -1, 0)).toThrow('n: expected an integer of at least 0, got the number -1');
});
