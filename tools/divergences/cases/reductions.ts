import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase } from '../case.ts';
import { filled, given, hard, mild, special, tied, vector } from '../inputs.ts';
import { mean, rows, sum } from '../plain.ts';

type Reduction = (list: readonly number[]) => number;
type Rowwise = (list: readonly number[]) => number[];

const product: Reduction = (list) => list.reduce((a, b) => a * b, 1);
const largest: Reduction = (list) => Math.max(...list);

function logSumExp(list: readonly number[]): number {
  const top = largest(list);
  return Number.isFinite(top) ? top + Math.log(sum(list.map((x) => Math.exp(x - top)))) : top;
}

const logSoftmax: Rowwise = (list) => {
  const total = logSumExp(list);
  return list.map((x) => x - total);
};

function running(f: (a: number, b: number) => number): Rowwise {
  return (list) => list.map((_, i) => list.slice(0, i + 1).reduce(f));
}

const REDUCTIONS: readonly [string, (x: tf.Tensor) => tf.Tensor, Reduction, boolean][] = [
  ['sum', (x) => tf.sum(x, x.rank - 1), sum, true],
  ['mean', (x) => tf.mean(x, x.rank - 1), mean, true],
  ['prod', (x) => tf.prod(x, x.rank - 1), product, true],
  ['max', (x) => tf.max(x, x.rank - 1), largest, true],
  ['min', (x) => tf.min(x, x.rank - 1), (list) => Math.min(...list), true],
  ['logSumExp', (x) => tf.logSumExp(x, x.rank - 1), logSumExp, true],
  ['norm', (x) => tf.norm(x, 'euclidean', x.rank - 1), (list) => Math.sqrt(sum(list.map((x) => x * x))), true],
  ['norm, ord 1', (x) => tf.norm(x, 1, x.rank - 1), (list) => sum(list.map(Math.abs)), true],
  ['norm, ord Infinity', (x) => tf.norm(x, Infinity, x.rank - 1), (list) => largest(list.map(Math.abs)), true],
  [
    'moments, variance',
    (x) => tf.moments(x, x.rank - 1).variance,
    (list) => mean(list.map((x) => (x - mean(list)) ** 2)),
    true,
  ],
  ['argMax', (x) => tf.cast(tf.argMax(x, x.rank - 1), 'float32'), (list) => list.indexOf(largest(list)), false],
  ['argMin', (x) => tf.cast(tf.argMin(x, x.rank - 1), 'float32'), (list) => list.indexOf(Math.min(...list)), false],
  [
    'any',
    (x) => tf.cast(tf.any(tf.cast(x, 'bool'), x.rank - 1), 'float32'),
    (list) => Number(list.some((x) => x !== 0)),
    false,
  ],
  [
    'all',
    (x) => tf.cast(tf.all(tf.cast(x, 'bool'), x.rank - 1), 'float32'),
    (list) => Number(list.every((x) => x !== 0)),
    false,
  ],
];

const ROWWISE: readonly [string, (x: tf.Tensor) => tf.Tensor, Rowwise, boolean][] = [
  ['softmax', (x) => tf.softmax(x), (list) => logSoftmax(list).map(Math.exp), true],
  ['logSoftmax', (x) => tf.logSoftmax(x), logSoftmax, true],
  ['cumsum', (x) => tf.cumsum(x, x.rank - 1), running((a, b) => a + b), true],
  ['cumsum, negative axis', (x) => tf.cumsum(x, -1), running((a, b) => a + b), false],
  [
    'cumsum, exclusive',
    (x) => tf.cumsum(x, x.rank - 1, true),
    (list) => list.map((_, i) => sum(list.slice(0, i))),
    true,
  ],
  [
    'cumsum, reverse',
    (x) => tf.cumsum(x, x.rank - 1, false, true),
    (list) => list.map((_, i) => sum(list.slice(i))),
    true,
  ],
  ['cumprod', (x) => tf.cumprod(x, x.rank - 1), running((a, b) => a * b), true],
  ['topk, values', (x) => tf.topk(x, x.shape.at(-1)).values, (list) => list.toSorted((a, b) => b - a), false],
  [
    'topk, indices',
    (x) => tf.cast(tf.topk(x, x.shape.at(-1)).indices, 'float32'),
    (list) => list.map((_, i) => i).toSorted((i, j) => (list[j] as number) - (list[i] as number) || i - j),
    false,
  ],
  ['reverse', (x) => tf.reverse(x, x.rank - 1), (list) => list.toReversed(), true],
];

function drawn(element: fc.Arbitrary<number>) {
  return given(fc.oneof(vector(element), filled([2, 3], element), filled([2, 1, 2], element), filled([5], element)));
}

const perRow =
  (f: (list: number[]) => number | number[]): Case['truth'] =>
  ([x]) =>
    x ? rows(x).flatMap(f) : [];

const all = [
  ...REDUCTIONS.map(([op, f, truth, smooth]) => [op, f, perRow(truth), smooth] as const),
  ...ROWWISE.map(([op, f, truth, smooth]) => [op, f, perRow(truth), smooth] as const),
].flatMap(([op, f, truth, smooth]) => {
  const call = { op, tfjs: ([x]: tf.Tensor[]) => f(x as tf.Tensor), truth };
  const finite = (element: fc.Arbitrary<number>) => (/^(topk|argM)/.test(op) ? element : fc.oneof(element, special));
  return [
    defineCase({ ...call, inputs: drawn(mild), gradient: smooth ? 'differences' : null }),
    defineCase({
      ...call,
      variant: 'ties and zeros',
      inputs: drawn(tied),
      gradient: smooth ? 'differences' : null,
      second: false,
    }),
    defineCase({ ...call, variant: 'hard sizes', inputs: drawn(hard), gradient: null }),
    defineCase({ ...call, variant: 'special', inputs: drawn(finite(fc.constantFrom(0, -Infinity))), gradient: null }),
  ];
});

const atTies: Case[] = [
  defineCase({
    op: 'max',
    variant: 'gradient at ties sums to the weight',
    inputs: given(vector(tied)),
    tfjs: ([x]) => tf.max(x as tf.Tensor),
    truth: ([x]) => [largest(x?.data ?? [])],
    gradient: (weights, [x]) => {
      const data = x?.data ?? [];
      const ties = data.filter((value) => value === largest(data)).length;
      return [data.map((value) => (value === largest(data) ? (weights[0] as number) / ties : 0))];
    },
  }),
  defineCase({
    op: 'sum',
    variant: 'many terms',
    inputs: fc
      .constantFrom(64, 1000, 4096, 16384)
      .map((n) => ({ tensors: [{ shape: [n], data: Array<number>(n).fill(Math.fround(0.1)) }], options: null })),
    tfjs: ([x]) => tf.sum(x as tf.Tensor),
    truth: ([x]) => [sum(x?.data ?? [])],
    allowed: ([t]) => [64 * 2 ** -24 * (t as number)],
    gradient: null,
  }),
  defineCase({
    op: 'cumsum',
    variant: 'many terms',
    inputs: fc
      .constantFrom(64, 1000, 4096)
      .map((n) => ({ tensors: [{ shape: [n], data: Array<number>(n).fill(Math.fround(0.1)) }], options: null })),
    tfjs: ([x]) => tf.slice(tf.cumsum(x as tf.Tensor), [(x as tf.Tensor).size - 1], [1]),
    truth: ([x]) => [sum(x?.data ?? [])],
    allowed: ([t]) => [64 * 2 ** -24 * (t as number)],
    gradient: null,
  }),
  ...(['linspace', 'range'] as const).map((op) =>
    defineCase<{ n: number }>({
      op,
      inputs: fc.integer({ min: 2, max: 1000 }).map((n) => ({ tensors: [], options: { n } })),
      tfjs: (_, { n }) => (op === 'linspace' ? tf.linspace(0, 1, n) : tf.range(0, n * 0.1 - 0.05, 0.1)),
      truth: (_, { n }) => Array.from({ length: n }, (_, i) => (op === 'linspace' ? i / (n - 1) : i * 0.1)),
      allowed: (truth) => truth.map((t) => 4 * 2 ** -24 * t),
      gradient: null,
    }),
  ),
];

/** Functions of lists along the last axis. */
export const cases: readonly Case[] = [...all, ...atTies];
