import fc from 'fast-check';
import { concat as reference } from '../../reference/tensors/concat.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, numbers } from '../inputs/inputs.ts';
import { filled, shapes } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { indicesOf, itemAt, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './concat.misconceptions.ts';
import { expectShape } from './shared/expect-shape.ts';
import { concatNests } from './shared/joining.ts';

export type Concat = (tensors: Tensor[], axis?: number) => Tensor;

/** One to three tensors that differ along one axis at most. */
const inputs: fc.Arbitrary<[Tensor[], number?]> = fc
  .tuple(
    shapes(1, 4),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    numbers(),
    fc.nat(7),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([shape, lengths, drawn, place, absent]) => {
    const rank = shape.length;
    const axis = absent === 0 ? undefined : (place % (2 * rank)) - rank;
    const along = ((axis ?? 0) + rank) % rank;
    const tensors = lengths.map((length, n) =>
      filled(
        shape.map((own, k) => (k === along ? length : own)),
        [...drawn.slice(n * 7), ...drawn.slice(0, n * 7)],
      ),
    );
    return given(tensors, axis) as [Tensor[], number?];
  });

export const concat: Entry<Concat> = {
  id: 'concat',
  lecture: 3,
  title: 'Tensors one after another',
  latex: String.raw`y_{\dots, o_n + i, \dots} = x^{(n)}_{\dots, i, \dots}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: {
    tensors: is.list(is.tensor('Tensor', { noNumber: true })),
    axis: is.integer(-8, { most: 7, default: 0 }),
  },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/concat.ts'),

  inputs,

  edges: {
    'two matrices by rows': [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 6]],
      ],
    ],
    'two matrices by columns': [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [[5], [6]],
      ],
      1,
    ],
    'two square matrices by columns': [
      [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ],
      -1,
    ],
    'two vectors': [[[1, 2], [3]]],
    'the first axis from the end': [
      [
        [[1, 2]],
        [
          [3, 4],
          [5, 6],
        ],
      ],
      -2,
    ],
    'one tensor': [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      1,
    ],
    'five vectors': [[[1, 2], [3], [4, 5], [6], [7]]],
    'rank 4, the third axis from the end': [[[[[[1, 2]]]], [[[[3, 4]], [[5, 6]]]]], -3],
    'three vectors of one': [[[1], [2], [3]], -1],
    'rank 4, the third axis': [[[[[[1], [2]]]], [[[[3]]]]], 2],
  },
  illegal: {
    'another axis differs': { args: [[[[1, 2]], [[3]]], 0], names: 'tensors[1]' },
    'another axis differs, by columns': { args: [[[[1], [2]], [[3]]], 1], names: 'tensors[1]' },
    'the rank differs': { args: [[[[1, 2]], [3, 4]]], names: 'tensors[1]' },
    'the third one differs': { args: [[[[1, 2]], [[3, 4]], [[5]]]], names: 'tensors[2]' },
    'a number': { args: [[1, 2]], names: 'tensors[0]' },
    'an axis out of range': { args: [[[1], [2]], 1], names: 'axis' },
    'no tensors': { args: [[]], names: 'tensors' },
    'an empty tensor': { args: [[[1], []]], names: 'tensors[1]' },
  },
  hardCases: {
    'axis absent': (_, axis) => axis === undefined,
    'a negative axis': (_, axis) => axis !== undefined && axis < 0,
    'one tensor': (tensors) => tensors.length === 1,
    'not the first axis': (tensors, axis = 0) => (axis + 5 * rankOf(tensors)) % rankOf(tensors) > 0,
    'equal shapes': (tensors) => tensors.length > 1 && new Set(tensors.map((x) => String(shapeOfNest(x)))).size === 1,
    'other lengths along the axis': (tensors) => new Set(tensors.map((x) => String(shapeOfNest(x)))).size > 1,
    'rank 3 and more': (tensors) => rankOf(tensors) >= 3,
    vectors: (tensors) => rankOf(tensors) === 1,
  },

  worked: [
    {
      name: 'below each other',
      origin: 'by hand',
      args: [[[[1, 2]], [[3, 4]]]],
      expected: [
        [1, 2],
        [3, 4],
      ],
    },
    { name: 'beside each other', origin: 'by hand', args: [[[[1, 2]], [[3, 4]]], 1], expected: [[1, 2, 3, 4]] },
  ],

  laws: [
    law(
      'along the axis the lengths add up, and the other axes stay',
      inputs.map(one),
      async (concat, [tensors, axis]) => {
        const shapes = tensors.map((x) => shapeOfNest(x));
        const along = front(tensors, axis);
        const expected = nth(shapes, 0).map((length, k) =>
          k === along ? shapes.reduce((sum, shape) => sum + nth(shape, k), 0) : length,
        );
        expectShape(await concat(...given(tensors, axis)), expected);
      },
    ),
    law('each element stands where the tensors before it end', inputs.map(one), async (concat, [tensors, axis]) => {
      const y = await concat(...given(tensors, axis));
      const along = front(tensors, axis);
      let start = 0;
      for (const x of tensors) {
        for (const index of indicesOf(shapeOfNest(x))) {
          const moved = index.map((i, k) => (k === along ? start + i : i));
          expectClose(itemAt(y, moved), itemAt(x, index), 0);
        }
        start += nth(shapeOfNest(x), along);
      }
    }),
    law('two first, then the third, is all three at once', inputs.map(one), async (concat, [tensors, axis]) => {
      if (tensors.length < 3) return;
      const two = await concat(...given(tensors.slice(0, 2), axis));
      expectClose(await concat(...given([two, ...tensors.slice(2)], axis)), await concat(...given(tensors, axis)), 0);
    }),
    law('one tensor alone is as it was', inputs.map(one), async (concat, [tensors, axis]) => {
      const first = nth(tensors, 0);
      expectClose(await concat(...given([first], axis)), first, 0);
    }),
  ],

  misconceptions,

  rounding: (_, tensors, axis) => concatNests(tensors, axis.value),
};

function one<T>(input: T): [T] {
  return [input];
}

function rankOf(tensors: readonly Tensor[]): number {
  return shapeOfNest(nth(tensors, 0)).length;
}

function front(tensors: readonly Tensor[], axis = 0): number {
  return axis < 0 ? axis + rankOf(tensors) : axis;
}
