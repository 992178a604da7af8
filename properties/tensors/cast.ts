import fc from 'fast-check';
import { cast as reference } from '../../reference/tensors/cast.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { isRounded } from '../entry/subject.ts';
import { mild } from '../inputs/inputs.ts';
import { tensors } from '../inputs/tensors.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { itemsOf } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, mapTree } from '../values/tree.ts';
import type { Tensor } from '../values/value.ts';
import { misconceptions } from './cast.misconceptions.ts';

export type Cast = (x: Tensor, dtype: 'float32' | 'int32' | 'bool') => Tensor;

const dtype = fc.constantFrom('float32' as const, 'int32' as const, 'bool' as const);
const inputs: fc.Arbitrary<[Tensor, 'float32' | 'int32' | 'bool']> = fc.tuple(
  tensors(
    0,
    5,
    fc.oneof({ arbitrary: mild, weight: 5 }, { arbitrary: fc.constantFrom(0.5, -0.5, 1.5, -1.5), weight: 1 }),
  ),
  dtype,
);

/** Beyond the types: numbers at the ends of an int32, NaN and infinities. */
const ends = [
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 256,
  2 ** 31 - 128,
  2 ** 32,
  1e10,
  1e38,
  -1e38,
  Number.NaN,
  Infinity,
  -Infinity,
];
const extreme: fc.Arbitrary<[Tensor, 'float32' | 'int32' | 'bool']> = fc.tuple(
  fc.array(fc.constantFrom(...ends.map(Math.fround)), { minLength: 1, maxLength: 4 }),
  dtype,
);

export const cast: Entry<Cast> = {
  id: 'cast',
  lecture: 3,
  title: 'Cast to another type',
  latex: String.raw`y_i = \operatorname{round}_{24}(x_i),\; \operatorname{trunc}(x_i),\; [x_i \neq 0]`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters: { x: is.tensor('Tensor', { nonFinite: true }), dtype: is.choice(['float32', 'int32', 'bool']) },
  result: is.tensor(),

  reference,
  accelerated: () => import('../../accelerated/tensors/cast.ts'),

  inputs,
  extreme,

  edges: {
    'fractions to int32': [[1.7, -1.7, 0.5, -0.5, 2.5, -2.5], 'int32'],
    'fractions to bool': [[0.5, -0.5, 0, 1e-3, -1], 'bool'],
    'a tenth to float32': [0.1, 'float32'],
    'a tie to float32': [1 + 2 ** -24, 'float32'],
    'a number to int32': [-9.75, 'int32'],
    'rank 5': [[[[[[1.5, -2.5]]]]], 'int32'],
  },
  illegal: {
    empty: { args: [[], 'bool'], names: 'x' },
  },
  hardCases: {
    'a negative fraction to int32': (x, type) =>
      type === 'int32' && itemsOf(x).some((xi) => xi < 0 && !Number.isInteger(xi)),
    'half to int32': (x, type) => type === 'int32' && itemsOf(x).some((xi) => Math.abs(xi % 1) === 0.5),
    'a fraction to bool': (x, type) => type === 'bool' && itemsOf(x).some((xi) => xi !== 0 && Math.abs(xi) < 1),
    'zero to bool': (x, type) => type === 'bool' && itemsOf(x).includes(0),
    'to float32': (_, type) => type === 'float32',
  },

  worked: [
    {
      name: 'toward zero',
      origin: 'by hand: the fraction is cut off',
      args: [[1.7, -1.7, 0.5], 'int32'],
      expected: [1, -1, 0],
    },
    { name: 'what is not zero', origin: 'by hand', args: [[0.5, 0, -2], 'bool'], expected: [1, 0, 1] },
    {
      name: 'a tenth',
      origin: 'IEEE 754: the float32 nearest to 0.1',
      args: [0.1, 'float32'],
      expected: 0.10000000149011612,
    },
    {
      name: 'what does not fit',
      origin: 'TensorFlow 2.15 on x86: the least int32',
      args: [[2 ** 31, -(2 ** 31), -(2 ** 32), Number.NaN, Infinity, -Infinity], 'int32'],
      expected: Array<number>(6).fill(-(2 ** 31)),
    },
    {
      name: 'NaN is not zero',
      origin: 'C: a NaN converts to true',
      args: [[Number.NaN, Infinity], 'bool'],
      expected: [1, 1],
    },
  ],

  laws: [
    law('a second cast to the same type changes nothing', inputs, async (cast, x, type) => {
      const once = await cast(x, type);
      expectClose(await cast(once, type), once, 0);
    }),
    law('an int32 is whole, and less than 1 from x toward 0', fc.tuple(tensors()), async (cast, x) => {
      const [items, whole] = [itemsOf(x), itemsOf(await cast(x, 'int32'))];
      whole.forEach((k, i) => {
        const cut = nth(items, i) - k;
        expectThat(Number.isInteger(k) && Math.abs(cut) < 1, `${nth(items, i)} became ${k}`);
        expectThat(
          cut === 0 || Math.sign(cut) === Math.sign(nth(items, i)),
          `${nth(items, i)} became ${k}, away from 0`,
        );
      });
    }),
    law(
      'the negative of x becomes the negative',
      fc.tuple(tensors(), fc.constantFrom('float32' as const, 'int32' as const)),
      async (cast, x, type) => {
        const negative = mapNumbers(x, (xi) => 0 - xi);
        expectClose(
          await cast(negative, type),
          mapNumbers(await cast(x, type), (y) => 0 - y),
          0,
        );
      },
    ),
    law('a bool is 0 where x is 0 and 1 elsewhere', fc.tuple(tensors()), async (cast, x) => {
      expectClose(
        await cast(x, 'bool'),
        mapNumbers(x, (xi) => (xi === 0 ? 0 : 1)),
        0,
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, type) => mapTree<Rounded, Rounded>(x, isRounded, ({ value }) => r.exact(castOf(value, type))),
};

/** By bits: an int32 is what is left of a whole number that fits. */
function castOf(x: number, type: 'float32' | 'int32' | 'bool'): number {
  if (type === 'float32') return Math.fround(x);
  if (type === 'bool') return Number(x !== 0);
  return Math.abs(x) < 2 ** 31 ? x | 0 : -(2 ** 31);
}
