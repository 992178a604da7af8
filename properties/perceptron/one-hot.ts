import fc from 'fast-check';
import { oneHot as reference } from '../../reference/perceptron/one-hot.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './one-hot.misconceptions.ts';

export type OneHot = (index: number, depth: number) => Vector;

const inputs: fc.Arbitrary<[index: number, depth: number]> = fc
  .tuple(
    fc.oneof(
      { arbitrary: size(6), weight: 2 },
      { arbitrary: size(24), weight: 1 },
      // So many that no table of published answers holds most of them.
      { arbitrary: size(80), weight: 1 },
    ),
    fc.nat(),
    fc.constantFrom('first', 'last', 'any', 'any'),
  )
  .map(([depth, drawn, place]) => [place === 'first' ? 0 : place === 'last' ? depth - 1 : drawn % depth, depth]);

export const oneHot: Entry<OneHot> = {
  id: 'oneHot',
  lecture: 1,
  title: 'One-hot vector',
  latex: String.raw`e_k = \begin{cases} 1 & k = i \\ 0 & k \ne i \end{cases}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.3', 'Lecture 1'],
  parameters: { index: is.integer(0), depth: is.integer(1) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/perceptron/one-hot.ts'),

  inputs,

  edges: {
    'one class': [0, 1],
    'the first of two': [0, 2],
    'the last of two': [1, 2],
    'the first of five': [0, 5],
    'the last of five': [4, 5],
    'in the middle': [3, 7],
  },
  illegal: {
    'index at depth': { args: [3, 3], names: 'index' },
    'index beyond depth': { args: [7, 3], names: 'index' },
    'negative index': { args: [-1, 3], names: 'index' },
    'index not whole': { args: [0.5, 3], names: 'index' },
  },
  hardCases: {
    'one class': (_index, depth) => depth === 1,
    'the first of several': (index, depth) => index === 0 && depth > 1,
    'the last of several': (index, depth) => index === depth - 1 && depth > 1,
    'neither first nor last': (index, depth) => index > 0 && index < depth - 1,
    'more than ten classes': (_index, depth) => depth > 10,
  },

  worked: [
    { name: 'class 0 of 3', origin: 'by hand: classes are counted from 0', args: [0, 3], expected: [1, 0, 0] },
    { name: 'class 2 of 4', origin: 'by hand: two zeros before it', args: [2, 4], expected: [0, 0, 1, 0] },
    { name: 'the only class', origin: 'by hand', args: [0, 1], expected: [1] },
  ],

  laws: [
    law('it has one entry per class, a single 1 and else 0', fc.tuple(inputs), async (oneHot, [index, depth]) => {
      const e = await oneHot(index, depth);
      const ones = e.filter((x) => x === 1).length;
      const zeros = e.filter((x) => x === 0).length;
      expectThat(e.length === depth && ones === 1 && zeros === depth - 1, `got ${JSON.stringify(e)}`);
    }),
    law('its product with 0, 1, 2, … is the index', fc.tuple(inputs), async (oneHot, [index, depth]) => {
      const e = await oneHot(index, depth);
      expectClose(
        e.reduce((sum, x, k) => sum + x * k, 0),
        index,
        0,
      );
    }),
    law('the vectors of all classes are the unit matrix', fc.tuple(size(5)), async (oneHot, depth) => {
      for (let i = 0; i < depth; i++) {
        const e = await oneHot(i, depth);
        for (let k = 0; k < depth; k++) expectThat(e[k] === (i === k ? 1 : 0), `class ${i} gives ${JSON.stringify(e)}`);
      }
    }),
    law('more classes only add zeros behind', fc.tuple(inputs, size(4)), async (oneHot, [index, depth], more) => {
      const [short, long] = [await oneHot(index, depth), await oneHot(index, depth + more)];
      expectClose(long, [...short, ...Array.from({ length: more }, () => 0)], 0);
    }),
  ],

  misconceptions,

  rounding: (r, index, depth) => Array.from({ length: depth.value }, (_, k) => r.exact(k === index.value ? 1 : 0)),
};
