import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase, type Plain } from '../case.ts';
import { given, hard, mild, positive, special, vector } from '../inputs.ts';

type Binary = (a: number, b: number) => number;
const modulo: Binary = (a, b) => a - b * Math.floor(a / b);

const BINARY: readonly [string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor, Binary, boolean][] = [
  ['add', tf.add, (a, b) => a + b, true],
  ['sub', tf.sub, (a, b) => a - b, true],
  ['mul', tf.mul, (a, b) => a * b, true],
  ['div', tf.div, (a, b) => a / b, true],
  ['divNoNan', tf.divNoNan, (a, b) => (b === 0 ? 0 : a / b), true],
  ['pow', tf.pow, (a, b) => (a === 1 || b === 0 ? 1 : a ** b), true],
  ['mod', tf.mod, modulo, true],
  ['floorDiv', tf.floorDiv, (a, b) => Math.floor(a / b), true],
  ['squaredDifference', tf.squaredDifference, (a, b) => (a - b) ** 2, true],
  ['atan2', tf.atan2, Math.atan2, true],
  ['maximum', tf.maximum, (a, b) => Math.max(a, b), true],
  ['minimum', tf.minimum, (a, b) => Math.min(a, b), true],
  ['prelu', (a, b) => tf.prelu(a, b), (a, b) => (a >= 0 ? a : a * b), true],
  ['equal', (a, b) => tf.cast(tf.equal(a, b), 'float32'), (a, b) => Number(a === b), false],
  ['notEqual', (a, b) => tf.cast(tf.notEqual(a, b), 'float32'), (a, b) => Number(a !== b), false],
  ['less', (a, b) => tf.cast(tf.less(a, b), 'float32'), (a, b) => Number(a < b), false],
  ['lessEqual', (a, b) => tf.cast(tf.lessEqual(a, b), 'float32'), (a, b) => Number(a <= b), false],
  ['greater', (a, b) => tf.cast(tf.greater(a, b), 'float32'), (a, b) => Number(a > b), false],
  ['greaterEqual', (a, b) => tf.cast(tf.greaterEqual(a, b), 'float32'), (a, b) => Number(a >= b), false],
  ['where', (a, b) => tf.where(tf.greater(a, 0), a, b), (a, b) => (a > 0 ? a : b), true],
];

const binary = BINARY.flatMap(([op, f, truth, smoothOp]) => {
  const call = {
    op,
    tfjs: ([a, b]: tf.Tensor[]) => f(a as tf.Tensor, b as tf.Tensor),
    truth: ((xs) => {
      const [a, b] = xs as [Plain, Plain];
      return a.data.map((x, i) => truth(x, b.data[i % b.data.length] as number));
    }) as Case['truth'],
  };
  const pairs = (element: fc.Arbitrary<number>) =>
    fc.tuple(element, element).map(([a, b]) => ({
      tensors: [
        { shape: [1], data: [a] },
        { shape: [1], data: [b] },
      ],
      options: null,
    }));
  return [
    defineCase({
      ...call,
      inputs: pairs(op === 'pow' ? positive : mild.filter((x) => x !== 0)),
      gradient: smoothOp ? 'differences' : null,
    }),
    defineCase({
      ...call,
      variant: 'whole numbers and zero',
      inputs: pairs(fc.integer({ min: -3, max: 3 }).map((k) => k || 0)),
      gradient: smoothOp ? 'differences' : null,
      second: false,
    }),
    defineCase({ ...call, variant: 'hard sizes', inputs: pairs(hard), gradient: null }),
    defineCase({ ...call, variant: 'special', inputs: pairs(fc.oneof(special, mild)), gradient: null }),
    defineCase({
      ...call,
      variant: 'broadcast',
      inputs: given(
        vector(
          mild.map((x) => x || 1),
          3,
        ),
        vector(
          mild.map((x) => x || 1),
          1,
        ),
      ),
      gradient: null,
    }),
  ];
});

/** Functions of two numbers. */
export const cases: readonly Case[] = binary;
