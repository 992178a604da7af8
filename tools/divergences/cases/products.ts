import fc from 'fast-check';
import * as tf from '../../../accelerated/tf.ts';
import { type Case, defineCase, type Plain } from '../case.ts';
import { filled, given, mild, size } from '../inputs.ts';
import { at, build, mean, rows, sum } from '../plain.ts';

interface Product {
  transposeA: boolean;
  transposeB: boolean;
}

const product = defineCase<Product>({
  op: 'matMul',
  inputs: fc
    .tuple(size(2), size(2), fc.boolean(), size(3), size(3), size(3), fc.boolean(), fc.boolean())
    .chain(([batch, other, alike, m, k, n, transposeA, transposeB]) =>
      fc
        .tuple(
          filled([batch, ...(transposeA ? [k, m] : [m, k])]),
          filled([alike ? batch : batch === 1 ? other : 1, ...(transposeB ? [n, k] : [k, n])]),
        )
        .map((tensors) => ({ tensors, options: { transposeA, transposeB } })),
    ),
  tfjs: ([a, b], { transposeA, transposeB }) => tf.matMul(a as tf.Tensor, b as tf.Tensor, transposeA, transposeB),
  truth: ([a, b], { transposeA, transposeB }) => {
    const [as, bs] = [a as Plain, b as Plain];
    const [ba, m, k] = transposeA ? [as.shape[0], as.shape[2], as.shape[1]] : as.shape;
    const [bb, n] = [bs.shape[0], bs.shape[transposeB ? 1 : 2]];
    return build([Math.max(ba as number, bb as number), m as number, n as number], (...place) => {
      const [p, i, j] = place as [number, number, number];
      return sum(
        Array.from({ length: k as number }, (_, q) => {
          const [pa, pb] = [Math.min(p, (ba as number) - 1), Math.min(p, (bb as number) - 1)];
          return (
            (transposeA ? at(as, pa, q, i) : at(as, pa, i, q)) * (transposeB ? at(bs, pb, j, q) : at(bs, pb, q, j))
          );
        }),
      );
    }).data;
  },
});

const normalized = defineCase({
  op: 'batchNorm2d',
  inputs: fc.tuple(size(3), size(3)).chain(([n, c]) =>
    given(
      filled([n, c]),
      filled([c]),
      filled(
        [c],
        mild.map((x) => Math.abs(x) + 0.5),
      ),
      filled([c]),
      filled([c]),
    ),
  ),
  tfjs: ([x, mean, variance, offset, scale]) =>
    tf.batchNorm2d(
      x as tf.Tensor2D,
      mean as tf.Tensor1D,
      variance as tf.Tensor1D,
      offset as tf.Tensor1D,
      scale as tf.Tensor1D,
      0.5,
    ),
  truth: (xs) => {
    const [x, m, v, offset, scale] = xs as [Plain, Plain, Plain, Plain, Plain];
    return build(x.shape, (i, j) => {
      const c = j as number;
      return (at(scale, c) * (at(x, i as number, c) - at(m, c))) / Math.sqrt(at(v, c) + 0.5) + at(offset, c);
    }).data;
  },
});

const responses = defineCase<{ radius: number }>({
  op: 'localResponseNormalization',
  inputs: fc
    .tuple(size(2), size(4), fc.integer({ min: 0, max: 2 }))
    .chain(([w, c, radius]) => filled([1, 1, w, c]).map((x) => ({ tensors: [x], options: { radius } }))),
  tfjs: ([x], { radius }) => tf.localResponseNormalization(x as tf.Tensor4D, radius, 1, 0.5, 0.75),
  truth: ([x], { radius }) =>
    rows(x as Plain).flatMap((list) =>
      list.map((value, c) => {
        const near = list.slice(Math.max(0, c - radius), c + radius + 1);
        return value / (1 + 0.5 * sum(near.map((y) => y * y))) ** 0.75;
      }),
    ),
  second: false,
});

type Loss = (label: number, prediction: number) => number;
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const huber: Loss = (t, y) => (Math.abs(t - y) <= 1 ? (t - y) ** 2 / 2 : Math.abs(t - y) - 0.5);

const LOSSES: readonly [string, (t: tf.Tensor, y: tf.Tensor) => tf.Tensor, Loss][] = [
  ['absoluteDifference', (t, y) => tf.losses.absoluteDifference(t, y), (t, y) => Math.abs(t - y)],
  ['meanSquaredError', (t, y) => tf.losses.meanSquaredError(t, y), (t, y) => (t - y) ** 2],
  ['hingeLoss', (t, y) => tf.losses.hingeLoss(t, y), (t, y) => Math.max(0, 1 - (2 * t - 1) * y)],
  ['huberLoss', (t, y) => tf.losses.huberLoss(t, y), huber],
  ['sigmoidCrossEntropy', (t, y) => tf.losses.sigmoidCrossEntropy(t, y), (t, z) => softplus(z) - t * z],
];

const losses = LOSSES.map(([op, f, truth]) =>
  defineCase({
    op: `losses.${op}`,
    inputs: size(3).chain((n) => given(filled([n]), filled([n]))),
    tfjs: ([t, y]) => f(t as tf.Tensor, y as tf.Tensor),
    truth: ([t, y]) => [mean((t as Plain).data.map((label, i) => truth(label, (y as Plain).data[i] as number)))],
  }),
);

const crossEntropy = defineCase({
  op: 'losses.softmaxCrossEntropy',
  inputs: fc.tuple(size(2), size(3)).chain(([n, c]) =>
    given(
      // rows that sum to one
      fc
        .array(fc.nat({ max: c - 1 }), { minLength: n, maxLength: n })
        .map((classes) => build([n, c], (i, j) => Number(classes[i as number] === j))),
      filled([n, c]),
    ),
  ),
  tfjs: ([t, z]) => tf.losses.softmaxCrossEntropy(t as tf.Tensor, z as tf.Tensor),
  truth: ([t, z]) => {
    const labels = rows(t as Plain);
    return [
      mean(
        rows(z as Plain).map((list, i) => {
          const total = Math.max(...list) + Math.log(sum(list.map((x) => Math.exp(x - Math.max(...list)))));
          return sum(list.map((x, j) => (labels[i]?.[j] as number) * (total - x)));
        }),
      ),
    ];
  },
  second: false,
});

/** Products, normalisations and losses. */
export const cases: readonly Case[] = [product, normalized, responses, ...losses, crossEntropy];
