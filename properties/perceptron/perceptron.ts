import fc from 'fast-check';
import { perceptron as reference } from '../../reference/perceptron/perceptron.ts';
import type { Entry } from '../entry/entry.ts';
import { expectThat, law } from '../entry/law.ts';
import { mild, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './perceptron.misconceptions.ts';
import { isExactDot } from './shared/exact-sum.ts';

export type Perceptron = (x: Vector, w: Vector, bias: number) => number;
type Arguments = Parameters<Perceptron>;

/** Multiples of 1/8 up to 2 in size: their products are multiples of 1/64, so that sums of them round nothing. */
const dyadic: fc.Arbitrary<number> = fc.integer({ min: -16, max: 16 }).map((k) => k / 8 || 0);
/** Far below what a sum of such products may miss 0 by. */
const HAIR = 1 / 256;

const numbersAlike = fc.tuple(size(5), numbers(dyadic, 10));

/** Drives of exactly 0, a hair beside it, and with the bias in two minds, in numbers that round nothing. */
const exact: fc.Arbitrary<Arguments> = fc
  .tuple(numbersAlike, dyadic, fc.constantFrom('tie', 'tie', 'above', 'below', 'weak', 'free', 'none'))
  .map(([[m, drawn], free, place]) => {
    const fill = take(drawn);
    const [x, w] = [fill.vector(m), fill.vector(m)];
    const sum = dot(x, w);
    const bias = { tie: -sum, above: HAIR - sum, below: -HAIR - sum, weak: -sum / 2, free, none: 0 }[place];
    return [x, w, bias || 0];
  });

/** Anything else: a drive within its own rounding of 0 is as good as impossible. */
const drawn: fc.Arbitrary<Arguments> = fc.tuple(size(5), numbers(mild, 11)).map(([m, values]) => {
  const fill = take(values);
  return [fill.vector(m), fill.vector(m), fill.number()];
});

const inputs: fc.Arbitrary<Arguments> = fc.oneof({ arbitrary: exact, weight: 3 }, { arbitrary: drawn, weight: 2 });

export const perceptron: Entry<Perceptron> = {
  id: 'perceptron',
  lecture: 1,
  title: 'Perceptron',
  latex: String.raw`y = s \Bigl( \sum_{i=1}^{m} x_i w_i + b \Bigr)`,
  source: ['Rosenblatt (1958), The perceptron: a probabilistic model for information storage', 'Lecture 1'],
  parameters: { x: is.vector(), w: is.vector(), bias: is.number() },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/perceptron/perceptron.ts'),

  inputs,
  // The bias left out.
  extended: exact.map(([x, w]) => [x, w]),

  edges: {
    'the last of seven inputs decide': [[0, 0, 0, 0, 0, 1, 1], [1, 1, 1, 1, 1, -1, -0.5], 1],
    'a drive of exactly 0': [[1, -2, 0.5], [0.5, 1.25, 4], 0],
    'a drive of exactly 0, from the bias': [[1.5, 2], [1, -0.25], -1],
    'one input, exactly 0': [[-1.5], [2], 3],
    'a hair above 0': [[1.5, 2], [1, -0.25], -1 + HAIR],
    'a hair below 0': [[1.5, 2], [1, -0.25], -1 - HAIR],
    'the bias decides, up': [[1, 1], [-1, -0.5], 2],
    'the bias decides, down': [[1, 1], [1, 0.5], -2],
    'nothing but the bias, negative': [[0, 0], [3, -4], -0.5],
    'nothing at all': [[0, 0], [0, 0], 0],
    'far less below 0': [[1], [1], -1 - 2 ** -40],
    'far less above 0': [[1], [1], -1 + 2 ** -40],
  },
  illegal: {
    'more inputs than weights': { args: [[1, 2, 3], [1, 2], 0], names: 'w' },
    'more weights than inputs': { args: [[1, 2], [1, 2, 3], 0], names: 'w' },
  },
  hardCases: {
    'a drive of exactly 0': (x, w, bias) => dot(x, w) + bias === 0,
    'exactly 0, with a bias': (x, w, bias) => bias !== 0 && dot(x, w) + bias === 0,
    'a hair above 0': (x, w, bias) => dot(x, w) + bias === HAIR,
    'a hair below 0': (x, w, bias) => dot(x, w) + bias === -HAIR,
    'the bias decides': (x, w, bias) => dot(x, w) >= 0 !== dot(x, w) + bias >= 0,
    'the sign of the bias decides': (x, w, bias) => dot(x, w) - bias >= 0 !== dot(x, w) + bias >= 0,
    'one input': (x) => x.length === 1,
    'more than two inputs': (x) => x.length > 2,
    'no bias': (_x, _w, bias) => bias === 0,
    fires: (x, w, bias) => dot(x, w) + bias >= 0,
    'does not fire': (x, w, bias) => dot(x, w) + bias < 0,
  },

  worked: [
    { name: 'AND of 1 and 1', origin: 'by hand: 1 + 1 - 1.5 >= 0', args: [[1, 1], [1, 1], -1.5], expected: 1 },
    { name: 'AND of 1 and 0', origin: 'by hand: 1 - 1.5 < 0', args: [[1, 0], [1, 1], -1.5], expected: 0 },
    { name: 'OR of 0 and 1', origin: 'by hand: 1 - 0.5 >= 0', args: [[0, 1], [1, 1], -0.5], expected: 1 },
    { name: 'OR of 0 and 0', origin: 'by hand: -0.5 < 0', args: [[0, 0], [1, 1], -0.5], expected: 0 },
    { name: 'NOT of 1', origin: 'by hand: -1 + 0.5 < 0', args: [[1], [-1], 0.5], expected: 0 },
    {
      name: 'the bias meets the sum',
      origin: 'by hand: 1·2 + 2·(-3) + 4 = 0',
      args: [[1, 2], [2, -3], 4],
      expected: 1,
    },
  ],

  laws: [
    law('it is 0 or 1 and nothing else', fc.tuple(inputs), async (perceptron, args) => {
      const y = await perceptron(...args);
      expectThat(y === 0 || y === 1, `got ${y}`);
    }),
    law('a drive of exactly 0 fires', numbersAlike, async (perceptron, m, values) => {
      const fill = take(values);
      const [x, w] = [fill.vector(m), fill.vector(m)];
      const y = await perceptron(x, w, 0 - dot(x, w));
      expectThat(y === 1, `got ${y}`);
    }),
    law('a drive a hair below 0 does not fire', numbersAlike, async (perceptron, m, values) => {
      const fill = take(values);
      const [x, w] = [fill.vector(m), fill.vector(m)];
      const y = await perceptron(x, w, -HAIR - dot(x, w));
      expectThat(y === 0, `got ${y}`);
    }),
    law(
      'the bias is the weight of one more input that is always 1',
      fc.tuple(exact),
      async (perceptron, [x, w, bias]) => {
        const [with1, usual] = [await perceptron([...x, 1], [...w, bias], 0), await perceptron(x, w, bias)];
        expectThat(with1 === usual, `got ${usual}, and ${with1} with one more input`);
      },
    ),
    law('inputs and weights may change places', fc.tuple(exact), async (perceptron, [x, w, bias]) => {
      const [there, here] = [await perceptron(w, x, bias), await perceptron(x, w, bias)];
      expectThat(there === here, `got ${here}, and ${there} with both exchanged`);
    }),
    law(
      'weights and bias may be scaled together',
      fc.tuple(exact, fc.constantFrom(0.25, 2, 8)),
      async (perceptron, [x, w, bias], scale) => {
        const scaled = await perceptron(
          x,
          w.map((wi) => scale * wi),
          scale * bias,
        );
        const usual = await perceptron(x, w, bias);
        expectThat(scaled === usual, `got ${usual}, and ${scaled} with everything ${scale} times as large`);
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, w, bias = r.exact(0)) => {
    const [one, zero] = [r.exact(1), r.exact(0)];
    const [xs, ws] = [
      [...x, one],
      [...w, bias],
    ];
    const values = (items: readonly { value: number }[]): number[] => items.map(({ value }) => value);
    const drive = r.dot(xs, ws);
    // If nothing is rounded, a drive of 0 is 0 in every order of summation.
    return r.atLeast(isExactDot(values(xs), values(ws), r.format.unit) ? r.exact(drive.value) : drive, zero);
  },
};

function dot(x: Vector, w: Vector): number {
  return x.reduce((sum, xi, i) => sum + xi * nth(w, i), 0);
}
