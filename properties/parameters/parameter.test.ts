import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Matrix, Vector } from '../values/value.ts';
import * as is from './parameter.ts';

describe('the builders', () => {
  test.each<[string, is.Parameter, unknown]>([
    ['number', is.number({ least: 0, default: 1 }), { kind: 'number', least: 0, default: 1 }],
    ['probability', is.probability({ default: 0.5 }), { kind: 'number', least: 0, most: 1, default: 0.5 }],
    ['a probability below 1', is.probability({ below: 1 }), { kind: 'number', least: 0, most: 1, below: 1 }],
    ['integer', is.integer(1, { most: 4 }), { kind: 'integer', least: 1, most: 4 }],
    ['boolean', is.boolean({ default: false }), { kind: 'boolean', default: false }],
    ['choice', is.choice(['a', 'b'], { default: 'b' }), { kind: 'choice', words: ['a', 'b'], default: 'b' }],
    ['string', is.string({ optional: true }), { kind: 'string', optional: true }],
    ['token', is.token(), { kind: 'string', token: true }],
    ['pair', is.pair(0, { default: [1, 2] }), { kind: 'pair', least: 0, default: [1, 2] }],
    ['vector', is.vector({ mayBeEmpty: true }), { kind: 'vector', mayBeEmpty: true }],
    ['matrix', is.matrix({ element: { least: 0 } }), { kind: 'matrix', element: { least: 0 } }],
    ['sequence', is.sequence(), { kind: 'sequence' }],
    ['images', is.images(), { kind: 'images' }],
    ['kernel', is.kernel(), { kind: 'kernel' }],
    [
      'tensor',
      is.tensor('Matrix | Vector', { noNumber: true }),
      { kind: 'tensor', written: 'Matrix | Vector', noNumber: true },
    ],
    ['any tensor', is.tensor(), { kind: 'tensor', written: 'Tensor' }],
    ['list', is.list(is.string(), { mayBeEmpty: true }), { kind: 'list', of: { kind: 'string' }, mayBeEmpty: true }],
    [
      'record',
      is.record({ s: is.string() }, { name: 'S' }),
      { kind: 'record', fields: { s: { kind: 'string' } }, name: 'S' },
    ],
    ['options', is.options({ s: is.string() }), { kind: 'options', fields: { s: { kind: 'string' } } }],
  ])('%s', (_, built, expected) => {
    expect(built).toEqual(expected);
  });

  test('an options record has the types of its options, each of which may be absent', () => {
    const options = is.options({
      rate: is.number(),
      inside: is.boolean(),
      padding: is.choice(['same', 'valid']),
      window: is.pair(1),
      weights: is.vector(),
      kernel: is.matrix(),
    });
    expectTypeOf<is.OptionsOf<typeof options>>().toEqualTypeOf<{
      readonly rate?: number;
      readonly inside?: boolean;
      readonly padding?: 'same' | 'valid';
      readonly window?: [number, number];
      readonly weights?: Vector;
      readonly kernel?: Matrix;
    }>();
  });
});

describe('mayBeAbsent', () => {
  test.each<[string, is.Parameter, boolean]>([
    ['a parameter without a default', is.number(), false],
    ['one with a default', is.number({ default: 1 }), true],
    ['a default of 0', is.number({ default: 0 }), true],
    ['a default of false', is.boolean({ default: false }), true],
    ['the default of another option', is.pair(1, { default: { sameAs: 'window' } }), true],
    ['an optional one', is.vector({ optional: true }), true],
    ['options that all may', is.options({ a: is.number({ default: 1 }), b: is.vector({ optional: true }) }), true],
    ['options of which one must be given', is.options({ a: is.number({ default: 1 }), b: is.vector() }), false],
    ['a record whose fields all may', is.record({ a: is.number({ default: 1 }) }), false],
  ])('%s: $2', (_, parameter, expected) => {
    expect(is.mayBeAbsent(parameter)).toBe(expected);
  });
});

test.each<[unknown, boolean]>([
  [{ sameAs: 'window' }, true],
  [{ same: 'window' }, false],
  ['sameAs', false],
  [[1, 2], false],
  [null, false],
  [undefined, false],
])('isSameAs(%j) is %s', (value, expected) => {
  expect(is.isSameAs(value)).toBe(expected);
});
