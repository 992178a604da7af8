import { describe, expect, test } from 'vitest';
import * as is from './parameter.ts';
import { askedOf, signatureBlock, signatureOf, writtenDefault, writtenOptions, writtenType } from './signature.ts';

describe('askedOf', () => {
  const extended = { axis: is.integer(0, { default: 0, extended: true }) };

  test.each<[string, is.Fields, string[]]>([
    ['parameters', { x: is.vector(), ...extended }, ['x']],
    ['options that all are', { x: is.vector(), options: is.options(extended) }, ['x']],
    ['options of which some are', { options: is.options({ ...extended, rate: is.number() }) }, ['options']],
  ])('leaves out %s beyond the contract', (_, parameters, expected) => {
    expect(Object.keys(askedOf(parameters))).toEqual(expected);
  });

  test('keeps the options that the contract asks for', () => {
    const rate = is.number({ default: 1 });
    expect(askedOf({ options: is.options({ ...extended, rate }) })).toEqual({ options: is.options({ rate }) });
  });
});

describe('signatureOf', () => {
  test.each<[string, is.Fields, is.Parameter]>([
    ['f(z: number): number', { z: is.number() }, is.number()],
    ['f(x: Vector, w?: Matrix): Vector', { x: is.vector(), w: is.matrix({ optional: true }) }, is.vector()],
    ['f(z: number, atZero = 1): number', { z: is.number(), atZero: is.number({ default: 1 }) }, is.number()],
    [
      "f(z: number, kind: 'a' | 'b' = 'a'): number",
      { z: is.number(), kind: is.choice(['a', 'b'], { default: 'a' }) },
      is.number(),
    ],
    [
      'f(theta: Vector, { rate = 0.01, inside = false }): { theta: Vector }',
      {
        theta: is.vector(),
        options: is.options({ rate: is.number({ default: 0.01 }), inside: is.boolean({ default: false }) }),
      },
      is.record({ theta: is.vector() }, { name: 'State' }),
    ],
    ['f(): boolean', {}, is.boolean()],
  ])('%s', (expected, parameters, result) => {
    expect(signatureOf('f', parameters, result)).toBe(expected);
  });
});

describe('signatureBlock', () => {
  const long = 'aParameterWithAVeryLongName';
  const parameters = { [`${long}1`]: is.vector(), [`${long}2`]: is.matrix() };

  test('is one line of up to 100 characters', () => {
    const name = 'f'.repeat(100 - '(x: Vector): Vector'.length);
    expect(signatureBlock(name, { x: is.vector() }, is.vector())).toBe(`${name}(x: Vector): Vector`);
  });

  test('is a line for each parameter above that', () => {
    expect(signatureBlock('aFunctionWithALongNameToo', parameters, is.vector())).toBe(
      `aFunctionWithALongNameToo(\n  ${long}1: Vector,\n  ${long}2: Matrix,\n): Vector`,
    );
  });
});

test('options are taken apart: each with its default, without one, or with a question mark', () => {
  const options = is.options({
    gamma: is.vector(),
    epsilon: is.number({ default: 0.001 }),
    mask: is.vector({ optional: true }),
    strides: is.pair(1, { default: { sameAs: 'epsilon' } }),
  });
  expect(writtenOptions(options)).toBe('{ gamma, epsilon = 0.001, mask?, strides = epsilon }');
});

describe('writtenType', () => {
  const layer = is.record({ w: is.matrix(), b: is.vector({ optional: true }) }, { name: 'Layer' });

  test.each<[string, is.Parameter]>([
    ['number', is.number()],
    ['number', is.integer(1)],
    ['boolean', is.boolean()],
    ['string', is.string()],
    ['string[]', is.list(is.token())],
    ['string[][]', is.list(is.list(is.token()))],
    ['[number, number]', is.pair(1)],
    ["'same' | 2", is.choice(['same', 2])],
    ['Vector', is.vector()],
    ['Matrix', is.matrix()],
    ['Sequence', is.sequence()],
    ['Images', is.images()],
    ['Kernel', is.kernel()],
    ['Vector | null', is.vector({ written: 'Vector | null' })],
    ['Matrix | Vector', is.tensor('Matrix | Vector')],
    ['Vector[]', is.list(is.vector())],
    ["('a' | 'b')[]", is.list(is.choice(['a', 'b']))],
    ['(Matrix | Vector)[]', is.list(is.tensor('Matrix | Vector'))],
    ['{ w: Matrix, b?: Vector }', layer],
    ['{ w: Matrix, b?: Vector }[]', is.list(layer)],
    ['{ rate?: number }', is.options({ rate: is.number({ default: 1 }) })],
    ['{ w: Matrix }', is.record({ w: is.matrix(), u: is.matrix({ extended: true }) })],
  ])('%s', (expected, parameter) => {
    expect(writtenType(parameter)).toBe(expected);
  });

  test('calls records by the names that stubs give them where that is asked for', () => {
    expect(writtenType(is.list(layer), 'names')).toBe('Layer[]');
    expect(writtenType(is.record({ a: layer }), 'names')).toBe('{ a: Layer }');
  });
});

test.each<[string, is.Parameter['default']]>([
  ['1e-7', 1e-7],
  ['0', 0],
  ['false', false],
  ["'valid'", 'valid'],
  ['[2, 2]', [2, 2]],
  ['[2, "same"]', [2, 'same']],
  ['window', { sameAs: 'window' }],
  ['null', null],
])('writtenDefault: %s', (expected, value) => {
  expect(writtenDefault(value)).toBe(expected);
});
