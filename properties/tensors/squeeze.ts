import fc from 'fast-check';
import { squeeze as reference } from '../../reference/tensors/squeeze.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, numbers } from '../inputs/inputs.ts';
import { filled, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { expectShape } from './shared/expect-shape.ts';
import { misconceptions } from './squeeze.misconceptions.ts';

export type Squeeze = (x: Tensor, axes?: Vector) => Tensor;

/** Shapes in which every other axis or so has length 1. */
const shape = fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 0, maxLength: 5, size: 'max' });

const inputs: fc.Arbitrary<[Tensor, Vector?]> = fc
  .tuple(
    shape,
    numbers(),
    fc.boolean(),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  )
  .map(([lengths, drawn, named, chosen, fromEnd]) => {
    const axes = lengths.flatMap((length, axis) =>
      length === 1 && chosen[axis] ? [fromEnd[axis] ? axis - lengths.length : axis] : [],
    );
    return given(filled(lengths, drawn), named && axes.length > 0 ? axes : undefined) as [Tensor, Vector?];
  });

export const squeeze: Entry<Squeeze> = {
  id: 'squeeze',
  lecture: 3,
  title: 'Without axes of length 1',
  latex: String.raw`y_{i_1 \dots i_k\, i_{k+2} \dots i_r} = x_{i_1 \dots i_k\, 0\, i_{k+2} \dots i_r}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { x: is.tensor(), axes: is.list(is.integer(-8, { most: 7 }), { optional: true }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/squeeze.ts'),

  inputs,

  edges: {
    'one of two': [[[[1, 2]]], [1]],
    'all of them': [[[[1], [2]]]],
    'the last one': [[[1], [2]], [-1]],
    'the first one': [[[1, 2]], [0]],
    'the first and the last': [[[[1], [2]]], [-1, 0]],
    'the third from the end': [[[[[1, 2]], [[3, 4]]]], [-4]],
    'one axis in front of two': [[[[1, 2]]], [-3]],
    'three of four': [[[[[1]], [[2]]]], [3, 0, -2]],
    'in the middle': [[[[1, 2]], [[3, 4]]]],
    'nothing to drop': [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    'a number': [2.5],
    'one element of rank 4': [[[[[2.5]]]]],
    'rank 5': [[[[[[1, 2]]], [[[3, 4]]]]], [2]],
  },
  illegal: {
    'a named axis is longer': { args: [[[1, 2]], [1]], names: 'axes[0]' },
    'an axis out of range': { args: [[[1, 2]], [2]], names: 'axes[0]' },
    'an axis before the first': { args: [[[1, 2]], [-3]], names: 'axes[0]' },
    'an axis named twice': { args: [[[1]], [0, 0]], names: 'axes[1]' },
    'an axis of a number': { args: [1, [0]], names: 'axes[0]' },
    empty: { args: [[[]]], names: 'x' },
  },
  hardCases: {
    'axes absent': (_, axes) => axes === undefined,
    'some of the axes of length 1': (x, axes) =>
      axes !== undefined && axes.length < shapeOfNest(x).filter((length) => length === 1).length,
    'a negative axis': (_, axes) => axes?.some((axis) => axis < 0) ?? false,
    'axes of 1 behind longer ones': (x, axes) => {
      const shape = shapeOfNest(x);
      const first = shape.findIndex((length) => length > 1);
      return axes === undefined && first >= 0 && shape.lastIndexOf(1) > first;
    },
    'nothing to drop': (x) => !shapeOfNest(x).includes(1) && typeof x !== 'number',
    'a number': (x) => typeof x === 'number',
    'one element of several axes': (x) => itemsOf(x).length === 1 && shapeOfNest(x).length > 1,
  },

  worked: [
    { name: 'a row', origin: 'by hand', args: [[[1, 2]]], expected: [1, 2] },
    { name: 'a column, once', origin: 'by hand', args: [[[[1]], [[2]]], [2]], expected: [[1], [2]] },
    { name: 'one element', origin: 'by hand', args: [[[3]]], expected: 3 },
  ],

  laws: [
    law('the axes that go have length 1, and the others stay', inputs.map(one), async (squeeze, [x, axes]) => {
      const own = shapeOfNest(x);
      const gone = axes?.map((axis) => (axis < 0 ? axis + own.length : axis));
      const expected = own.filter((length, axis) => (gone ? !gone.includes(axis) : length !== 1));
      expectShape(await squeeze(...given(x, axes)), expected);
    }),
    law('the elements keep their order', inputs.map(one), async (squeeze, [x, axes]) => {
      expectClose(itemsOf(await squeeze(...given(x, axes))), itemsOf(x), 0);
    }),
    law('without axes a second time changes nothing', inputs.map(one), async (squeeze, [x]) => {
      const once = await squeeze(x);
      expectClose(await squeeze(once), once, 0);
    }),
    law('a new last axis is dropped again', fc.tuple(tensors(0, 4)), async (squeeze, x) => {
      const wider = nested([...shapeOfNest(x), 1], itemsOf(x));
      expectClose(await squeeze(wider, [-1]), x, 0);
    }),
  ],

  misconceptions,

  rounding: (_, x, axes) => {
    const shape = shapeOfNest(x);
    const gone = axes?.map(({ value }) => (value < 0 ? value + shape.length : value));
    return nested(
      shape.filter((length, axis) => (gone ? !gone.includes(axis) : length !== 1)),
      itemsOf(x),
    );
  },
};

function one<T>(input: T): [T] {
  return [input];
}
