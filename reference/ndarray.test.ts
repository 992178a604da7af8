import createNdArray from 'ndarray';
import { describe, expect, test } from 'vitest';
import {
  described,
  expectPossible,
  expectSameShape,
  flat,
  fromNested,
  imagesShape,
  isNdArray,
  map,
  matrix,
  matrixShape,
  type NdArray,
  sequenceShape,
  shapeOfRank,
  shown,
  tensor,
  toNested,
  vector,
  vectorLength,
  zip,
} from './ndarray.ts';

const nonsense = 3 as unknown as NdArray;

describe('making arrays', () => {
  test('row by row, number by number, or empty of all but zeros', () => {
    expect(
      toNested(
        matrix([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    ).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(toNested(vector([1, 2]))).toEqual([1, 2]);
    expect(toNested(tensor([], [1]))).toEqual([]);
    expect(toNested(tensor([2, 1, 2]))).toEqual([[[0, 0]], [[0, 0]]]);
    expect(toNested(tensor([2, 2], [1, 2, 3, 4]))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(
      matrix([
        [1, 2, 3],
        [4, 5, 6],
      ]).get(1, 0),
    ).toBe(4);
  });

  test('keeps NaN, infinities and the sign of zero', () => {
    expect(toNested(fromNested('x', [Number.NaN, -Infinity, -0]))).toEqual([Number.NaN, -Infinity, -0]);
  });

  test('copies its data', () => {
    const data = [1, 2];
    const made = vector(data);
    data[0] = 9;
    expect(made.get(0)).toBe(1);
  });

  test.each<[string, () => unknown, string]>([
    ['a wrong number of values', () => tensor([2, 2], [1, 2, 3]), 'data: expected 4 values for shape [2, 2], got 3'],
    ['a number for an array', () => fromNested('x', 3), 'x: expected an array of numbers, got the number 3'],
    [
      'a longer second row',
      () => fromNested('x', [[1], [2, 3]]),
      'x[1]: expected 1 entries like the first of its level, got 2',
    ],
    ['an array among numbers', () => fromNested('x', [1, [2]]), 'x[1]: expected a number, got an array of length 1'],
    ['a number among arrays', () => fromNested('x', [[1], 2]), 'x[1]: expected an array, got the number 2'],
    ['a longer second row of a matrix', () => matrix([[1], [2, 3]]), 'rows[1]: expected 1 entries'],
    ['a string among numbers', () => fromNested('x', [[1, '2']]), "x[0][1]: expected a number, got the string '2'"],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('reading arrays', () => {
  const transposed = matrix([
    [1, 2, 3],
    [4, 5, 6],
  ]).transpose(1, 0);

  test('follows the order of the indices and not of the memory', () => {
    expect([...flat(transposed)]).toEqual([1, 4, 2, 5, 3, 6]);
    expect(toNested(transposed)).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  test('starts and steps where a view does', () => {
    const numbers = tensor(
      [2, 3, 4],
      Array.from({ length: 24 }, (_, i) => i),
    );
    const view = numbers.hi(2, 3, 3).lo(1, 1, 0).step(1, -1, 2);
    expect(toNested(view)).toEqual([
      [
        [20, 22],
        [16, 18],
      ],
    ]);
    expect([...flat(view)]).toEqual([20, 22, 16, 18]);
    expect([...flat(numbers.pick(1, -1, 3))]).toEqual([15, 19, 23]);
  });

  test('finds one element where there is no axis, and none where an axis is empty', () => {
    expect([...flat(tensor([], [7]))]).toEqual([7]);
    expect([...flat(tensor([2, 0, 3]))]).toEqual([]);
    expect(toNested(tensor([2, 0, 3]))).toEqual([[], []]);
  });

  test('map and zip make new arrays of the same shape', () => {
    expect(toNested(map(transposed, (x) => 2 * x))).toEqual([
      [2, 8],
      [4, 10],
      [6, 12],
    ]);
    expect(toNested(zip(vector([1, 2]), vector([3, 4]), (a, b) => a - b))).toEqual([-2, -2]);
  });
});

describe('the door of a function', () => {
  test('tells the shape of what has the rank', () => {
    expect(vectorLength('x', vector([1, 2]))).toBe(2);
    expect(matrixShape('x', tensor([2, 3]))).toEqual([2, 3]);
    expect(sequenceShape('x', tensor([1, 2, 3]))).toEqual([1, 2, 3]);
    expect(imagesShape('x', tensor([1, 2, 3, 4]))).toEqual([1, 2, 3, 4]);
  });

  test.each<[string, () => unknown, string]>([
    [
      'what is not an ndarray',
      () => vectorLength('x', nonsense),
      'x: expected a vector [n] as an ndarray, got the number 3',
    ],
    [
      'another rank',
      () => matrixShape('x', vector([1])),
      'x: expected a matrix [rows, columns], got shape [1] of rank 1',
    ],
    ['an array for a number', () => shapeOfRank('x', vector([1]), 0), 'x: expected a number, got shape [1]'],
    [
      'a matrix for sequences',
      () => sequenceShape('x', tensor([1, 1])),
      'x: expected a rank-3 array [batch, time, features], got shape [1, 1] of rank 2',
    ],
    [
      'sequences for images',
      () => imagesShape('x', tensor([1, 1, 1])),
      'x: expected a rank-4 array, got shape [1, 1, 1] of rank 3',
    ],
    ['a high rank', () => shapeOfRank('x', vector([1]), 6), 'x: expected an array of rank 6'],
    ['an empty axis', () => matrixShape('x', tensor([2, 0])), 'x: expected at least one element, got shape [2, 0]'],
    [
      'another shape',
      () => expectSameShape('y', tensor([2, 3]), 't', tensor([3, 2])),
      't: expected shape [2, 3] (that of y), got [3, 2]',
    ],
  ])('refuses %s', (_, check, message) => {
    expect(check).toThrow(message);
  });
});

test.each<[unknown, boolean]>([
  [vector([1]), true],
  [[1], false],
  [null, false],
  [{ shape: [1], data: [1] }, false],
  [{ shape: [1], stride: [1], data: [1], get: 1 }, false],
  [{ shape: [1], stride: [1], data: [1], get: () => 1 }, true],
  [{ shape: [1], data: [1], get: () => 1 }, false],
  [{ shape: [1], stride: 1, data: [1], get: () => 1 }, false],
  [{ shape: 'a', stride: [1], data: [1], get: () => 1 }, false],
])('%o is an ndarray: %s', (value, expected) => {
  expect(isNdArray(value)).toBe(expected);
});

test.each<[unknown, string]>([
  [null, 'null'],
  [undefined, 'undefined'],
  [tensor([2, 1]), 'an ndarray of shape [2, 1]'],
  [[1, 2], 'an array of length 2'],
  ['same', "the string 'same'"],
  [{}, 'an object'],
  [new Map(), 'an object of the kind Map'],
  [() => 0, 'a function'],
  [Number.NaN, 'the number NaN'],
  [true, 'the boolean true'],
])('%o is described as %s', (value, words) => {
  expect(described(value)).toBe(words);
});

describe('expectData and expectPossible', () => {
  test('elements without data are refused on either side', () => {
    const beyond = createNdArray(new Float64Array(3), [2, 2]);
    expect(() => matrixShape('x', beyond)).toThrow(
      'x: expected data for every element of shape [2, 2], got 3 values for elements 0 to 3',
    );
    const before = createNdArray(new Float64Array(4), [2], [-1], 0);
    expect(() => vectorLength('x', before)).toThrow(
      'x: expected data for every element of shape [2], got 4 values for elements -1 to 0',
    );
    const shifted = createNdArray(new Float64Array(4), [2], [1], 3);
    expect(() => vectorLength('x', shifted)).toThrow(
      'x: expected data for every element of shape [2], got 4 values for elements 3 to 4',
    );
    expect(vectorLength('x', createNdArray(new Float64Array(4), [2], [-1], 1))).toBe(2);
  });

  test.each<[string, number[], number[], number]>([
    ['a length that is not whole', [1.5], [1], 0],
    ['a negative length', [-1], [1], 0],
    ['a length that is a string', ['2' as unknown as number], [1], 0],
    ['a stride that is not whole', [2], [0.5], 0],
    ['a stride of NaN', [2], [Number.NaN], 0],
    ['a length without a stride', [2], [], 0],
    ['a stride without a length', [2], [1, 1], 0],
    ['an offset of NaN', [2], [1], Number.NaN],
  ])('%s is refused: reading there gives undefined, or a neighbour', (_, shape, stride, offset) => {
    const view = Object.assign(vector([1, 2, 3, 4]), { shape, stride, offset });
    expect(() => vectorLength('x', view)).toThrow(
      `x: expected whole lengths, a whole stride for each, and a whole offset, got shape ${shown(shape)}, ` +
        `strides ${shown(stride)} and offset ${offset}`,
    );
  });

  test.each<[string, ArrayLike<unknown>, string]>([
    ['a string', [1, '2', 3], "the string '2' at place 1"],
    ['nothing at one place', [1, undefined, 3], 'undefined at place 1'],
    ['a boolean at the end', [1, 2, true], 'the boolean true at place 2'],
    ['big integers', new BigInt64Array(3), 'the bigint 0 at place 0'],
  ])('data with %s are refused: they would be read as numbers, or NaN', (_, data, got) => {
    const array = createNdArray(data as number[], [3]) as unknown as NdArray;
    expect(() => vectorLength('x', array)).toThrow(`x: expected data of numbers, got ${got}`);
  });

  test('data of numbers are taken from arrays of any kind, and what a view leaves out is not looked at', () => {
    expect(vectorLength('x', createNdArray([1, 2]) as unknown as NdArray)).toBe(2);
    expect(vectorLength('x', createNdArray(new Int8Array(2)) as unknown as NdArray)).toBe(2);
    const middle = createNdArray(['a', 1, 2, 'b'] as unknown as number[], [2], [1], 1) as unknown as NdArray;
    expect([...flat(map(middle, (x) => x))]).toEqual([1, 2]);
    expect(vectorLength('x', middle)).toBe(2);
  });

  test('a result beyond 2^28 elements is refused before it is made', () => {
    expect(() => expectPossible('depth', [2 ** 28])).not.toThrow();
    expect(() => expectPossible('depth', [2, 2 ** 28])).toThrow(
      'depth: expected a result of at most 268435456 elements, got shape [2, 268435456]',
    );
  });
});
