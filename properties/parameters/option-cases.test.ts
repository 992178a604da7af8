import { describe, expect, test } from 'vitest';
import type { Value } from '../values/value.ts';
import { optionCases } from './option-cases.ts';
import * as is from './parameter.ts';

const two = is.options({ rate: is.number({ default: 1 }), inside: is.boolean({ default: false }) });
const required = is.options({
  steps: is.integer(1),
  rate: is.number({ default: 1 }),
  gamma: is.number({ default: 2 }),
});

/** The names of the cases that an argument list is one of. */
function casesOf(parameters: is.Fields, args: readonly Value[]): string[] {
  return Object.entries(optionCases(parameters)).flatMap(([name, holds]) => (holds(...args) ? [name] : []));
}

describe('optionCases', () => {
  test.each<[string, is.Fields, string[]]>([
    ['two options', { x: is.number(), options: two }, ['absent', 'empty', 'partial', 'complete']],
    ['one option', { options: is.options({ rate: is.number({ default: 1 }) }) }, ['absent', 'empty', 'complete']],
    ['options that must be given, with others', { options: required }, ['empty', 'partial', 'complete']],
    ['options that must all be given', { options: is.options({ steps: is.integer(1) }) }, []],
    [
      'options beyond the contract',
      { options: is.options({ axis: is.integer(0, { default: 0, extended: true }) }) },
      [],
    ],
    ['no options', { x: is.number({ default: 1 }) }, []],
    ['no parameters', {}, []],
  ])('names what %s can be', (_, parameters, expected) => {
    expect(Object.keys(optionCases(parameters))).toEqual(expected.map((name) => `options ${name}`));
  });

  test.each<[string, Value[], string[]]>([
    ['absent', [5], ['options absent']],
    ['undefined', [5, undefined], ['options absent']],
    ['empty', [5, {}], ['options empty']],
    ['one of two', [5, { inside: true }], ['options partial']],
    ['the other, at its default', [5, { rate: 1 }], ['options partial']],
    ['one given as undefined', [5, { rate: undefined }], ['options empty']],
    ['both', [5, { rate: 2, inside: false }], ['options complete']],
  ])('tells which they are: %s', (_, args, expected) => {
    expect(casesOf({ x: is.number(), options: two }, args)).toEqual(expected);
  });

  test.each<[Value[], string[]]>([
    [[{ steps: 3 }], ['options empty']],
    [[{ steps: 3, gamma: 1 }], ['options partial']],
    [[{ steps: 3, rate: 1, gamma: 1 }], ['options complete']],
  ])('counts only those that may be absent: %j', (args, expected) => {
    expect(casesOf({ options: required }, args)).toEqual(expected);
  });

  test('does not count options beyond the contract', () => {
    const options = is.options({ ...two.fields, axis: is.integer(0, { default: 0, extended: true }) });
    expect(casesOf({ options }, [{ axis: 1 }])).toEqual(['options empty']);
    expect(casesOf({ options }, [{ rate: 1, inside: true }])).toEqual(['options complete']);
  });
});
