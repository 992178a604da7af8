import fc from 'fast-check';
import { reshape as reference } from '../../reference/tensors/reshape.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { numbers } from '../inputs/inputs.ts';
import { filled, shapes, tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import { itemsOf, nested, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor, Vector } from '../values/value.ts';
import { misconceptions } from './reshape.misconceptions.ts';
import { expectShape } from './shared/expect-shape.ts';

export type Reshape = (x: Tensor, shape: Vector) => Tensor;

/** Another shape for as many elements; the factors of their number are dealt out to its axes. */
const inputs: fc.Arbitrary<[Tensor, Vector]> = fc
  .tuple(
    shapes(),
    numbers(),
    fc.integer({ min: 0, max: 5 }),
    fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }),
    fc.option(fc.nat(4), { freq: 2 }),
  )
  .map(([shape, drawn, rank, places, open]) => {
    const x = filled(shape, drawn);
    const size = itemsOf(x).length;
    const other = Array<number>(size > 1 ? Math.max(1, rank) : rank).fill(1);
    primeFactors(size).forEach((factor, i) => {
      const axis = nth(places, i % places.length) % other.length;
      other[axis] = nth(other, axis) * factor;
    });
    if (open !== null && open < other.length) other[open] = -1;
    return [x, other];
  });

export const reshape: Entry<Reshape> = {
  id: 'reshape',
  lecture: 3,
  title: 'Another shape',
  latex: String.raw`y_j = x_i \text{, with } i \text{ and } j \text{ at the same place in row-major order}`,
  source: ['Harris et al. (2020), Array programming with NumPy, section NumPy arrays', 'Lecture 3'],
  parameters: { x: is.tensor(), shape: is.list(is.integer(-1, { mostTried: 36 }), { mayBeEmpty: true }) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/reshape.ts'),

  inputs,

  edges: {
    'rows to other rows': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [3, 2],
    ],
    'a square matrix to itself': [
      [
        [1, 2],
        [3, 4],
      ],
      [2, 2],
    ],
    'the rest follows': [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [-1, 2],
    ],
    'to a vector': [
      [
        [1, 2],
        [3, 4],
      ],
      [-1],
    ],
    'a number to a vector': [2.5, [-1]],
    'one element to a number': [[[2.5]], []],
    'a number to a matrix': [2.5, [1, 1]],
    'a number to a number': [2.5, []],
    'to rank 5': [
      [1, 2, 3, 4],
      [1, 2, 1, 2, 1],
    ],
    'from rank 3': [
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
      [4, 2],
    ],
  },
  illegal: {
    'sizes differ': {
      args: [
        [1, 2, 3],
        [2, 2],
      ],
      names: 'shape',
    },
    'two entries are -1': {
      args: [
        [
          [1, 2],
          [3, 4],
        ],
        [-1, -1],
      ],
      names: 'shape',
    },
    'the rest does not follow': {
      args: [
        [1, 2, 3],
        [2, -1],
      ],
      names: 'shape',
    },
    'a shape of fewer': { args: [[1, 2, 3, 4], [3]], names: 'shape' },
    'two entries are -1, where each could be 1': {
      args: [
        [1, 2],
        [-1, 2, -1],
      ],
      names: 'shape',
    },
    'several elements to a number': { args: [[1, 2], []], names: 'shape' },
    'an axis of 0': {
      args: [
        [1, 2],
        [0, -1],
      ],
      names: 'shape',
    },
    empty: { args: [[], [1]], names: 'x' },
  },
  hardCases: {
    'an entry of -1': (_, shape) => shape.includes(-1),
    'no entry of -1': (_, shape) => !shape.includes(-1),
    'to a number': (_, shape) => shape.length === 0,
    'from a number': (x) => typeof x === 'number',
    'to rank 4 or 5': (_, shape) => shape.length >= 4,
    'from rank 4 or 5': (x) => shapeOfNest(x).length >= 4,
    'rows of another length': (x, shape) => {
      const own = shapeOfNest(x);
      return own.length > 1 && shape.length > 1 && own.at(-1) !== shape.at(-1) && itemsOf(x).length > 3;
    },
  },

  worked: [
    {
      name: 'three rows of two',
      origin: 'by hand: row after row',
      args: [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        [3, -1],
      ],
      expected: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    },
    {
      name: 'two pairs',
      origin: 'by hand',
      args: [
        [1, 2, 3, 4],
        [2, 2],
      ],
      expected: [
        [1, 2],
        [3, 4],
      ],
    },
  ],

  laws: [
    law('the elements keep their row-major order', inputs.map(one), async (reshape, [x, shape]) => {
      expectClose(itemsOf(await reshape(x, shape)), itemsOf(x), 0);
    }),
    law('the result has the shape that is asked for', inputs.map(one), async (reshape, [x, shape]) => {
      const known = shape.reduce((product, length) => (length === -1 ? product : product * length), 1);
      const rest = itemsOf(x).length / known;
      expectShape(
        await reshape(x, shape),
        shape.map((length) => (length === -1 ? rest : length)),
      );
    }),
    law('reshaped to its old shape it is as it was', inputs.map(one), async (reshape, [x, shape]) => {
      expectClose(await reshape(await reshape(x, shape), shapeOfNest(x)), x, 0);
    }),
    law('all in one vector it is the vector of its elements', fc.tuple(tensors()), async (reshape, x) => {
      expectClose(await reshape(x, [-1]), itemsOf(x), 0);
    }),
  ],

  misconceptions,

  rounding: (_, x, shape) => {
    const items = itemsOf(x);
    const known = shape.reduce((product, { value }) => (value === -1 ? product : product * value), 1);
    return nested(
      shape.map(({ value }) => (value === -1 ? items.length / known : value)),
      items,
    );
  },
};

function one<T>(input: T): [T] {
  return [input];
}

function primeFactors(n: number): number[] {
  for (let factor = 2; factor <= n; factor++) if (n % factor === 0) return [factor, ...primeFactors(n / factor)];
  return [];
}
