import fc from 'fast-check';
import { range as reference } from '../../reference/tensors/range.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, logUniform } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './range.misconceptions.ts';

export type Range = (start: number, limit: number, delta?: number) => Vector;

/** Steps of both signs; limits that are met and that lie between two numbers. */
const inputs: fc.Arbitrary<[number, number, number?]> = fc
  .tuple(
    grid,
    fc.integer({ min: 1, max: 24 }),
    fc.oneof(
      fc.constant(undefined),
      grid.filter((x) => x !== 0),
      logUniform,
    ),
    fc.constantFrom(0, 0.25, 0.5),
  )
  .map(([start, n, delta, short]) => {
    const step = delta ?? 1;
    return given(start, Math.fround(start + (n - short) * step), delta) as [number, number, number?];
  })
  .filter(([start, limit, delta = 1]) => (limit - start) / delta > 0);

export const range: Entry<Range> = {
  id: 'range',
  lecture: 3,
  title: 'Numbers at equal distances',
  latex: String.raw`y_i = s + i d, \quad i < \lceil (l - s) / d \rceil`,
  source: ['Abadi et al. (2016), TensorFlow: A System for Large-Scale Machine Learning, section 3.1', 'Lecture 3'],
  parameters: { start: is.number(), limit: is.number(), delta: is.number({ default: 1 }) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/tensors/range.ts'),

  inputs,

  edges: {
    'to five': [0, 5],
    'between two numbers': [1, 3.5],
    downward: [3, 0, -1],
    'one number': [2, 2.5],
    'a step of a tenth': [0, 1, Math.fround(0.1)],
    'from below zero': [-2, 2, 0.5],
  },
  illegal: {
    'a step of 0': { args: [0, 5, 0], names: 'delta' },
    'a limit behind': { args: [5, 0], names: 'limit' },
    'a limit behind, downward': { args: [0, 5, -1], names: 'limit' },
    'no numbers': { args: [2, 2], names: 'limit' },
    'too many numbers': { args: [0, 2 ** 24 + 1], names: 'limit' },
  },
  hardCases: {
    'delta absent': (_start, _limit, delta) => delta === undefined,
    downward: (_start, _limit, delta = 1) => delta < 0,
    'the limit is met': (start, limit, delta = 1) => Number.isInteger((limit - start) / delta),
    'the limit is not met': (start, limit, delta = 1) => !Number.isInteger((limit - start) / delta),
    'one number': (start, limit, delta = 1) => (limit - start) / delta <= 1,
    'ten and more': (start, limit, delta = 1) => (limit - start) / delta > 9,
  },

  worked: [
    { name: 'quarters', origin: 'by hand', args: [1, 2, 0.25], expected: [1, 1.25, 1.5, 1.75] },
    { name: 'the limit between two', origin: 'by hand', args: [0, 2.5], expected: [0, 1, 2] },
    { name: 'downward by two', origin: 'by hand', args: [5, 0, -2], expected: [5, 3, 1] },
  ],

  laws: [
    law('the first number is the start', inputs.map(one), async (range, args) => {
      expectClose(nth(await range(...args), 0), args[0], 0);
    }),
    law('neighbours are a step apart', inputs.map(one), async (range, args) => {
      const [y, allowed] = [await range(...args), range.allowed(...args)];
      const [, , delta = 1] = args;
      for (let i = 1; i < y.length; i++)
        expectClose(nth(y, i) - nth(y, i - 1), delta, nth(allowed, i) + nth(allowed, i - 1) + 2 ** -50);
    }),
    law('all numbers lie before the limit, and the next would not', inputs.map(one), async (range, args) => {
      const [y, allowed] = [await range(...args), range.allowed(...args)];
      const [start, limit, delta = 1] = args;
      const last = nth(y, y.length - 1);
      const slack = nth(allowed, y.length - 1) + 2 ** -49 * Math.abs(limit - start);
      expectThat((limit - last) * Math.sign(delta) > -slack, `the last number is ${last}, the limit ${limit}`);
      expectThat((last + delta - limit) * Math.sign(delta) >= -slack, `${last} is the last number, the limit ${limit}`);
    }),
  ],

  misconceptions,

  rounding: (r, start, limit, delta) => {
    const n = Math.ceil((limit.value - start.value) / delta.value);
    return Array.from({ length: n }, (_, i) => (i === 0 ? start : r.add(start, r.multiply(r.exact(i), delta))));
  },
};

function one<T>(input: T): [T] {
  return [input];
}
