import fc from 'fast-check';
import { binaryEncode as reference } from '../../reference/perceptron/binary-encode.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Vector } from '../values/value.ts';
import { misconceptions } from './binary-encode.misconceptions.ts';

export type BinaryEncode = (value: number, bits: number) => Vector;

/** A number that fits, the smallest and the largest often enough. */
const encodings = (most: number): fc.Arbitrary<[value: number, bits: number]> =>
  fc
    .tuple(size(most), fc.maxSafeNat(), fc.constantFrom('zero', 'largest', 'any', 'any', 'any'))
    .map(([bits, drawn, place]) => {
      const largest = 2 ** bits - 1;
      return [place === 'zero' ? 0 : place === 'largest' ? largest : drawn % (largest + 1), bits];
    });
const inputs = encodings(8);

export const binaryEncode: Entry<BinaryEncode> = {
  id: 'binaryEncode',
  lecture: 1,
  title: 'Binary encoding',
  latex: String.raw`v = \sum_{k=1}^{K} b_k\, 2^{K-k}`,
  source: ['Knuth (1997), The Art of Computer Programming, volume 2, section 4.1', 'Lecture 1'],
  parameters: { value: is.integer(0), bits: is.integer(1, { most: 53 }) },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/perceptron/binary-encode.ts'),

  inputs,
  // Numbers that float32 does not hold.
  extended: encodings(53),

  edges: {
    'zero in one bit': [0, 1],
    'one in one bit': [1, 1],
    'one in four bits': [1, 4],
    'a power of two': [8, 4],
    'all bits set': [31, 5],
    'no palindrome': [11, 6],
    'more than an int32': [2 ** 40 + 5, 41],
    'the largest safe integer': [Number.MAX_SAFE_INTEGER, 53],
  },
  illegal: {
    'does not fit': { args: [8, 3], names: 'value' },
    'does not fit into many bits': { args: [2 ** 20, 20], names: 'value' },
  },
  hardCases: {
    zero: (value) => value === 0,
    'all bits set': (value, bits) => value === 2 ** bits - 1,
    'one bit': (_value, bits) => bits === 1,
    'a leading 0': (value, bits) => value < 2 ** (bits - 1),
    'a leading 1': (value, bits) => value >= 2 ** (bits - 1),
    odd: (value) => value % 2 === 1,
    even: (value) => value % 2 === 0,
  },

  worked: [
    { name: 'six in four bits', origin: 'by hand: 4 + 2', args: [6, 4], expected: [0, 1, 1, 0] },
    { name: 'eleven in four bits', origin: 'by hand: 8 + 2 + 1', args: [11, 4], expected: [1, 0, 1, 1] },
    { name: 'zero in three bits', origin: 'by hand', args: [0, 3], expected: [0, 0, 0] },
  ],

  laws: [
    law('there are as many digits as bits, each 0 or 1', fc.tuple(inputs), async (encode, [value, bits]) => {
      const b = await encode(value, bits);
      expectThat(b.length === bits && b.every((digit) => digit === 0 || digit === 1), `got ${JSON.stringify(b)}`);
    }),
    law(
      'doubled digit by digit from the front they give the number',
      fc.tuple(inputs),
      async (encode, [value, bits]) => {
        const b = await encode(value, bits);
        expectClose(
          b.reduce((sum, digit) => 2 * sum + digit, 0),
          value,
          0,
        );
      },
    ),
    law('one more bit is a leading 0', fc.tuple(inputs), async (encode, [value, bits]) => {
      expectClose(await encode(value, bits + 1), [0, ...(await encode(value, bits))], 0);
    }),
    law('twice the number moves every digit to the front', fc.tuple(inputs), async (encode, [value, bits]) => {
      expectClose(await encode(2 * value, bits + 1), [...(await encode(value, bits)), 0], 0);
    }),
    law(
      'what is left to the largest number has the opposite digits',
      fc.tuple(inputs),
      async (encode, [value, bits]) => {
        const b = await encode(value, bits);
        expectClose(
          await encode(2 ** bits - 1 - value, bits),
          b.map((digit) => 1 - digit),
          0,
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, value, bits) => {
    const digits = value.value.toString(2).padStart(bits.value, '0');
    return digits.split('').map((digit) => r.exact(Number(digit)));
  },
};
