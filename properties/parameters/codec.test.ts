import { describe, expect, test } from 'vitest';
import { fromNested, isNdArray, type NdArray } from '../../reference/ndarray.ts';
import type { Value } from '../values/value.ts';
import { decode, decodeArguments, encode, type Internal } from './codec.ts';
import * as is from './parameter.ts';

const shapeOf = (value: Internal): number[] => (isNdArray(value) ? [...value.shape] : []);

describe('decode', () => {
  test.each<[is.Parameter, Value, number[]]>([
    [is.vector(), [1, 2, 3], [3]],
    [is.matrix(), [[1], [2]], [2, 1]],
    [is.sequence(), [[[1, 2]]], [1, 1, 2]],
    [is.images(), [[[[1, 2]]]], [1, 1, 1, 2]],
    [is.tensor(), [[[1]]], [1, 1, 1]],
    [is.vector(), [], [0]],
  ])('makes an ndarray of a $0.kind', (kind, value, shape) => {
    expect(shapeOf(decode(kind, value, 'x'))).toEqual(shape);
  });

  test.each<[is.Parameter, Value]>([
    [is.number(), 1.5],
    [is.boolean(), true],
    [is.string(), 'same'],
    [is.list(is.list(is.token())), [['<b>', '"'], ['🙂']]],
    [is.pair(1), [2, 1]],
    [is.tensor(), 3],
    [is.vector(), undefined],
  ])('leaves a $0.kind as it is', (kind, value) => {
    expect(decode(kind, value, 'x')).toEqual(value);
  });

  test('decodes the fields of a record and the items of a list', () => {
    const layers = decode(
      is.list(is.record({ w: is.matrix(), b: is.vector() })),
      [{ w: [[1, 2]], b: [3, 4] }],
      'layers',
    ) as {
      w: NdArray;
      b: NdArray;
    }[];
    expect(shapeOf(layers[0]?.w)).toEqual([1, 2]);
    expect(layers[0]?.b.get(1)).toBe(4);
  });

  test('passes on fields that it does not know, so that the formula refuses them', () => {
    expect(decode(is.options({ axis: is.number() }), { axis: 1, dim: [2] }, 'options')).toEqual({ axis: 1, dim: [2] });
  });

  test.each<[string, is.Parameter, Value, string]>([
    ['ragged rows', is.matrix(), [[1, 2], [3]], 'x[1]'],
    ['a string among numbers', is.vector(), [1, 'two'], 'x[1]: expected a number'],
    ['a number for a vector', is.vector(), 3, 'x: expected an array of numbers'],
    ['a number for a list', is.list(is.matrix()), 3, 'x: expected an array'],
    ['an array for a record', is.record({ w: is.matrix() }), [1], 'x: expected an object'],
    ['a fault inside a record', is.record({ w: is.matrix() }), { w: [[1], [2, 3]] }, 'x.w[1]'],
    ['a fault inside a list', is.list(is.record({ w: is.vector() })), [{ w: [1] }, { w: ['a'] }], 'x[1].w[0]'],
  ])('refuses %s and names the place', (_, kind, value, place) => {
    expect(() => decode(kind, value, 'x')).toThrow(place);
  });
});

describe('decodeArguments', () => {
  const parameters = { x: is.vector(), options: is.options({ axis: is.number() }) };

  test('decodes by position and leaves absent arguments absent', () => {
    expect(decodeArguments(parameters, [[1, 2]])).toHaveLength(1);
    expect(decodeArguments(parameters, [[1, 2], { axis: 0 }])[1]).toEqual({ axis: 0 });
  });

  test('refuses more arguments than there are parameters', () => {
    expect(() => decodeArguments(parameters, [[1], {}, 3])).toThrow('expected at most 2 arguments (x, options), got 3');
  });
});

describe('encode', () => {
  test.each<[string, Value]>([
    ['a number', -0],
    ['NaN', Number.NaN],
    [
      'a matrix',
      [
        [1, -0],
        [Number.NaN, -Infinity],
      ],
    ],
    ['an empty vector', []],
    ['a rank-4 array', [[[[1, 2]], [[3, 4]]]]],
  ])('gives back %s that was decoded', (_, value) => {
    expect(encode(decode(is.tensor(), value, 'x'))).toEqual(value);
  });

  test('reaches into records and lists', () => {
    const internal = { layers: [{ w: fromNested('w', [[1]]) }], steps: 3 };
    expect(encode(internal)).toEqual({ layers: [{ w: [[1]] }], steps: 3 });
  });
});
