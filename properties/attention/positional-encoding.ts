import fc from 'fast-check';
import { positionalEncoding as reference } from '../../reference/attention/positional-encoding.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { size } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './positional-encoding.misconceptions.ts';

export type PositionalEncoding = (length: number, width: number) => Matrix;

const lengths = fc.oneof({ arbitrary: size(9), weight: 3 }, { arbitrary: size(40), weight: 1 });
const widths = fc.oneof({ arbitrary: size(4), weight: 2 }, { arbitrary: size(9), weight: 1 }).map((pairs) => 2 * pairs);
const inputs = fc.tuple(lengths, widths);

export const positionalEncoding: Entry<PositionalEncoding> = {
  id: 'positionalEncoding',
  lecture: 11,
  title: 'Positional encoding',
  latex: String.raw`p_{t, 2i} = \sin \frac{t}{10000^{2i / d}}, \quad p_{t, 2i + 1} = \cos \frac{t}{10000^{2i / d}}`,
  source: ['Vaswani et al. (2017), Attention Is All You Need, section 3.5', 'Lecture 11'],
  parameters: { length: is.integer(1, { mostTried: 64 }), width: is.integer(2, { mostTried: 64 }) },
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/attention/positional-encoding.ts'),

  inputs,

  edges: {
    'one position, two columns': [1, 2],
    'one position': [1, 8],
    'two columns': [7, 2],
    square: [6, 6],
    'more columns than positions': [3, 10],
    'many positions': [60, 4],
  },
  illegal: {
    'odd width': { args: [3, 3], names: 'width' },
    'width 1': { args: [2, 1], names: 'width' },
    'width 0': { args: [2, 0], names: 'width' },
    'negative width': { args: [2, -2], names: 'width' },
    'too large': { args: [2 ** 20, 2 ** 20], names: 'length' },
  },
  hardCases: {
    'one position': (length) => length === 1,
    'two columns': (_length, width) => width === 2,
    'square above 2': (length, width) => length === width && width > 2,
    'more than one turn': (length) => length > 7,
    'many positions': (length) => length > 20,
    'six columns and more': (_length, width) => width >= 6,
    'more columns than positions': (length, width) => width > length,
  },

  worked: [
    {
      name: 'position 0',
      origin: 'by hand: the sine and cosine of 0',
      args: [1, 4],
      expected: [[0, 1, 0, 1]],
    },
    {
      name: 'the second pair of four columns',
      origin:
        'by hand: sine and cosine of 1 and, as 10000^(2/4) is 100, of a hundredth: 0.01 - 0.01^3 / 6, 1 - 0.01^2 / 2 + …',
      args: [2, 4],
      expected: [
        [0, 1, 0, 1],
        [0.8414709848078965, 0.5403023058681398, 0.009999833334166664, 0.9999500004166653],
      ],
    },
  ],

  laws: [
    law('position 0 is 0 and 1 in turn', fc.tuple(inputs), async (encoding, [length, width]) => {
      const [first] = await encoding(length, width);
      expectClose(
        first ?? [],
        Array.from({ length: width }, (_, j) => j % 2),
        nth(encoding.allowed(length, width), 0),
      );
    }),
    law('the first two columns are sine and cosine of the position', fc.tuple(inputs), async (encoding, [n, width]) => {
      const pairs = (await encoding(n, width)).map((row) => row.slice(0, 2));
      const errors = encoding.allowed(n, width).map((row) => row.slice(0, 2));
      expectClose(
        pairs,
        pairs.map((_, t) => [Math.sin(t), Math.cos(t)]),
        errors,
        2 ** -52,
      );
    }),
    law('a longer table begins with a shorter one', fc.tuple(inputs, size(5)), async (encoding, [n, width], more) => {
      const longer = (await encoding(n + more, width)).slice(0, n);
      const errors = encoding.allowed(n, width);
      expectClose(longer, await encoding(n, width), errors, errors);
    }),
    law('twice the width has these columns at every other pair', fc.tuple(inputs), async (encoding, [n, width]) => {
      const everyOther = (rows: Matrix): Matrix => rows.map((row) => row.filter((_, j) => j % 4 < 2));
      expectClose(
        everyOther(await encoding(n, 2 * width)),
        await encoding(n, width),
        everyOther(encoding.allowed(n, 2 * width)),
        encoding.allowed(n, width),
      );
    }),
    law('the angle of position 1 in pair i is 10000^(-2i / width)', fc.tuple(widths), async (encoding, width) => {
      const row = nth(await encoding(2, width), 1);
      const errors = nth(encoding.allowed(2, width), 1);
      for (let i = 0; 2 * i < width; i++) {
        const frequency = 1 / (10 ** (4 / width)) ** (2 * i);
        const angle = Math.atan2(nth(row, 2 * i), nth(row, 2 * i + 1));
        const moved = nth(errors, 2 * i) + nth(errors, 2 * i + 1);
        expectClose(angle, frequency, 2 * moved, 2 ** -46 * frequency);
      }
    }),
    law(
      'to go one position on turns each pair by the angle of position 1',
      fc.tuple(inputs),
      async (encoding, args) => {
        const [n, width] = args;
        const rows = await encoding(n + 1, width);
        const errors = encoding.allowed(n + 1, width);
        const [step, stepErrors] = [nth(rows, 1), nth(errors, 1)];
        for (let t = 0; t < n; t++) {
          const here = nth(errors, t);
          // Sines and cosines are at most 1: a product of two moves by both of their errors.
          const moved = here.map((_, j) => 2 * (pairError(here, j) + pairError(stepErrors, j)) + 2 ** -50);
          expectClose(nth(rows, t + 1), turned(nth(rows, t), step), nth(errors, t + 1), moved);
        }
      },
    ),
  ],

  misconceptions,

  rounding: (r, length, width) =>
    Array.from({ length: length.value }, (_, t) =>
      Array.from({ length: width.value / 2 }, (_, i) => angle(r, t, i, width.value)).flatMap((a) => [
        r.sin(a),
        r.cos(a),
      ]),
    ),
};

/**
 * t e^(-(2i / d) log 10000): no other way to compute the power is off by more. Some take whole turns off the angle first,
 * and round what is left, at most half a turn.
 */
function angle(r: Rounding, t: number, i: number, width: number): Rounded {
  if (t === 0) return r.exact(0);
  const rest = r.known(0, Math.PI * r.format.unit);
  if (i === 0) return r.add(r.exact(t), rest);
  const exponent = r.multiply(r.rounded((-2 * i) / width), r.rounded(Math.log(10_000)));
  return r.add(r.multiply(r.exact(t), r.exp(exponent)), rest);
}

/** Each pair of sine and cosine turned on by the angle of another. */
function turned(row: Vector, by: Vector): Vector {
  return row.map((x, j) => {
    const [sine, cosine] = [nth(by, j - (j % 2)), nth(by, j - (j % 2) + 1)];
    return j % 2 === 0 ? x * cosine + nth(row, j + 1) * sine : x * cosine - nth(row, j - 1) * sine;
  });
}

function pairError(errors: Vector, j: number): number {
  return nth(errors, j - (j % 2)) + nth(errors, j - (j % 2) + 1);
}
