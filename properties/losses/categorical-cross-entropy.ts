import fc from 'fast-check';
import {
  categoricalCrossEntropyGradient,
  categoricalCrossEntropy as reference,
} from '../../reference/losses/categorical-cross-entropy.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, numbers, probabilityRow, size, take } from '../inputs/inputs.ts';
import { logitShift } from '../laws/logit-shift.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { roundedLogSoftmax } from '../training/shared/rounded-log-softmax.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, extremeEdges, hardCases, illegal, worked } from './categorical-cross-entropy.cases.ts';
import { misconceptions } from './categorical-cross-entropy.misconceptions.ts';
import { LOGITS } from './shared/logits.ts';
import { leastAtTargets, meanOfSamples } from './shared/loss-laws.ts';
import {
  indicesOf,
  isVector,
  oneHotRow,
  softRow,
  type Targets,
  targetRowsOf,
  targets,
  targetsOf,
} from './shared/target-rows.ts';

type Options = { fromLogits?: boolean } | undefined;
export type CategoricalCrossEntropy = (y: Matrix, t: Matrix | Vector, options?: Options) => number;
type Arguments = Parameters<CategoricalCrossEntropy>;

/** Probabilities are multiples of 1/units above 0; a single class has probability 1, which is extreme. */
function drawn(units: number): fc.Arbitrary<Arguments> {
  return fc
    .tuple(size(4), size(5), numbers(), targets, fc.constantFrom<Options>(undefined, {}, { fromLogits: false }, LOGITS))
    .chain((draw) => fc.tuple(fc.constant(draw), fc.boolean()))
    .map(([[N, size, numbers, target, options], logits]) => {
      const fromLogits = logits || options?.fromLogits === true;
      const C = fromLogits ? size : Math.max(size, 2);
      const y = take(numbers).matrix(N, C);
      const t = targetsOf(target, N, C);
      return fromLogits
        ? [y, t, LOGITS]
        : given(
            y.map((row) => probabilityRow(row, units)),
            t,
            options,
          );
    });
}

const cases = drawn(4096);

/** Soft targets for logits or probabilities, with a second set of them. */
const twoTargets: fc.Arbitrary<[Arguments, Targets]> = fc.tuple(cases, targets);

const gridLogits: fc.Arbitrary<Arguments> = fc
  .tuple(size(4), size(5), numbers(grid), targets)
  .map(([N, C, numbers, target]) => [take(numbers).matrix(N, C), targetsOf(target, N, C), LOGITS]);

/** Predictions of exactly 0 and 1: half of the targets agree with them, the others cost Infinity. */
const certain: fc.Arbitrary<Arguments> = fc
  .tuple(size(4), size(5), fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }), targets, fc.boolean())
  .map(([N, C, weights, target, agree]) => {
    const y = take(weights)
      .matrix(N, C)
      .map((row) => softRow(row));
    if (!agree) return [y, targetsOf(target, N, C)];
    if (target.form !== 'soft') {
      const likely = y.map((row) => row.indexOf(Math.max(...row)));
      return [y, target.form === 'index' ? likely : likely.map((k) => oneHotRow(k, C))];
    }
    const filler = take(target.weights);
    return [y, y.map((row) => softRow(row.map((p) => (p > 0 ? 1 + filler.number() : 0))))];
  });

const largeLogits: fc.Arbitrary<Arguments> = fc
  .tuple(size(4), size(5), numbers(grid), targets, fc.constantFrom(10, 100, 1000, 2500))
  .map(([N, C, numbers, target, scale]) => [
    take(numbers)
      .matrix(N, C)
      .map((row) => row.map((z) => z * scale)),
    targetsOf(target, N, C),
    LOGITS,
  ]);

const positiveRows = (numbers: readonly number[], N: number, C: number): Matrix =>
  take(numbers)
    .matrix(N, C)
    .map((row) => probabilityRow(row, 64));

const softmaxOf = (row: Vector): Vector => {
  const powers = row.map((z) => Math.exp(z - Math.max(...row)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
};

export const categoricalCrossEntropy: Entry<CategoricalCrossEntropy> = {
  id: 'categoricalCrossEntropy',
  lecture: 4,
  title: 'Categorical cross-entropy',
  latex: String.raw`L = -\frac{1}{N} \sum_{n=1}^{N} \sum_{c=1}^{C} t_{nc} \log p_{nc}`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, sections 3.13 and 6.2.2.3', 'Lecture 4'],
  parameters: {
    y: is.matrix(),
    t: is.tensor('Matrix | Vector', { noNumber: true }),
    options: is.options({ fromLogits: is.boolean({ default: false }) }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/losses/categorical-cross-entropy.ts'),
  gradient: { wrt: ['y'], reference: categoricalCrossEntropyGradient, inputs: drawn(64) },

  inputs: cases,
  extreme: fc.oneof(certain, largeLogits),
  // A class masked by -Infinity, at which no target points.
  extended: fc.tuple(size(4), size(4), numbers(), targets).map(([N, C, numbers, target]) => {
    const t = targetRowsOf({ ...target, form: 'soft' }, N, C);
    return [
      take(numbers)
        .matrix(N, C)
        .map((row) => [...row, -Infinity]),
      t.map((row) => [...row, 0]),
      LOGITS,
    ];
  }),

  edges,
  extremeEdges,
  illegal,
  hardCases,

  worked,

  laws: [
    law(
      'a class index costs what its one-hot row costs',
      fc.tuple(cases, targets),
      async (loss, [y, , ...o], target) => {
        const C = nth(y, 0).length;
        const indices = indicesOf(target, y.length, C);
        const rows = indices.map((k) => oneHotRow(k, C));
        expectClose(
          await loss(y, indices, ...o),
          await loss(y, rows, ...o),
          loss.allowed(y, indices, ...o),
          loss.allowed(y, rows, ...o),
        );
      },
    ),
    meanOfSamples(cases),
    law('it is linear in the targets', twoTargets, async (loss, [y, first, ...o], second) => {
      const C = nth(y, 0).length;
      const a = isVector(first) ? first.map((k) => oneHotRow(k, C)) : first;
      const b = targetRowsOf(second, y.length, C);
      const between = a.map((row, n) => row.map((x, c) => (x + nth(nth(b, n), c)) / 2));
      const halves = ((await loss(y, a, ...o)) + (await loss(y, b, ...o))) / 2;
      expectClose(await loss(y, between, ...o), halves, total([between, a, b].map((t) => loss.allowed(y, t, ...o))));
    }),
    law('the order of the classes does not matter', cases, async (loss, y, t, ...o) => {
      const C = nth(y, 0).length;
      const reversed = y.map((row) => row.toReversed());
      const moved = isVector(t) ? t.map((k) => C - 1 - k) : t.map((row) => row.toReversed());
      expectClose(
        await loss(reversed, moved, ...o),
        await loss(y, t, ...o),
        loss.allowed(reversed, moved, ...o),
        loss.allowed(y, t, ...o),
      );
    }),
    logitShift<CategoricalCrossEntropy>(gridLogits),
    law(
      'where all classes are equally likely it costs ln C',
      fc.tuple(size(4), fc.constantFrom(2, 4), grid, targets),
      async (loss, N, C, z, target) => {
        const t = targetsOf(target, N, C);
        const p = take([1 / C]).matrix(N, C);
        const logits = take([z]).matrix(N, C);
        expectClose(await loss(p, t), Math.log(C), loss.allowed(p, t), 2 ** -51);
        expectClose(await loss(logits, t, LOGITS), Math.log(C), loss.allowed(logits, t, LOGITS), 2 ** -51);
      },
    ),
    leastAtTargets(
      fc
        .tuple(size(4), size(5, 2), numbers(), numbers())
        .map(([N, C, predicted, wanted]) => [positiveRows(predicted, N, C), positiveRows(wanted, N, C)]),
    ),
    law(
      'logits that are the logarithms of probabilities cost what those cost',
      fc.tuple(size(4), size(5, 2), numbers(), targets),
      async (loss, N, C, numbers, target) => {
        const [y, t] = [positiveRows(numbers, N, C), targetsOf(target, N, C)];
        const logits = y.map((row) => row.map(Math.log));
        // ln 64 is below 5: a logarithm is off by less than 2^-50, and the loss by less than twice that.
        expectClose(
          await loss(logits, t, LOGITS),
          await loss(y, t),
          loss.allowed(logits, t, LOGITS),
          loss.allowed(y, t),
          2 ** -49,
        );
      },
    ),
  ],

  misconceptions,
  probabilities: (y, t, { fromLogits }) => [fromLogits ? y.map(softmaxOf) : y, t],
  errata: [
    {
      where: 'lecture 4, CCE',
      printed: 'the sum over the samples runs from 0 to N',
      holds: 'N samples make N terms: it runs from 1 to N (or 0 to N-1)',
    },
  ],

  rounding: (r, y, t, options) => {
    const losses = y.map((row, n) => {
      const target = nth(t, n);
      const logP = (c: number): Rounded =>
        options.fromLogits ? nth(roundedLogSoftmax(r, row), c) : r.log(nth(row, c));
      if (!Array.isArray(target)) return logP(target.value);
      return sumOfTerms(r, target, logP);
    });
    return r.negate(r.mean(losses));
  },
};

/** sum_c t_c log p_c, in which a target of 0 adds nothing. */
function sumOfTerms(r: Rounding, target: readonly Rounded[], logP: (c: number) => Rounded): Rounded {
  const present = [...target.keys()].filter((c) => target[c]?.value !== 0);
  return r.sum(present.map((c) => r.multiply(nth(target, c), logP(c))));
}
