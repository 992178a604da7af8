import fc from 'fast-check';
import {
  binaryCrossEntropyGradient,
  binaryCrossEntropy as reference,
} from '../../reference/losses/binary-cross-entropy.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import * as is from '../parameters/parameter.ts';
import type { Rounded } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Vector } from '../values/value.ts';
import { edges, extremeEdges, illegal, worked } from './binary-cross-entropy.cases.ts';
import { misconceptions } from './binary-cross-entropy.misconceptions.ts';
import { LOGITS } from './shared/logits.ts';
import { leastAtTargets, meanOfSamples } from './shared/loss-laws.ts';
import { roundedSoftplus } from './shared/rounded-softplus.ts';

type Options = { fromLogits?: boolean; clip?: number } | undefined;
export type BinaryCrossEntropy = (y: Vector, t: Vector, options?: Options) => number;
type Arguments = Parameters<BinaryCrossEntropy>;

/** Probabilities inside 0..1 in steps of 1/units. */
const inside = (units: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: units - 1 }).map((k) => k / units);
const probability = fc.oneof(inside(64), inside(4096), inside(4));

/** Targets: 0 and 1 as often as anything between. */
const target = fc.oneof(
  fc.constantFrom(0, 1),
  fc.integer({ min: 0, max: 64 }).map((k) => k / 64),
);
const hardOrSoft = fc.oneof(numbers(fc.constantFrom(0, 1)), numbers(target));

/** Up to 6 samples as probabilities, without options or with some of those given. */
const fromProbabilities = (element: fc.Arbitrary<number>, options: readonly Options[]): fc.Arbitrary<Arguments> =>
  fc
    .tuple(size(6), numbers(element), hardOrSoft, fc.constantFrom(...options))
    .map(([n, y, t, chosen]) => given(take(y).vector(n), take(t).vector(n), chosen));

const fromLogits: fc.Arbitrary<Arguments> = fc
  .tuple(size(6), numbers(), hardOrSoft)
  .map(([n, z, t]) => [take(z).vector(n), take(t).vector(n), LOGITS]);

const cases = fc.oneof(fromProbabilities(probability, [undefined, {}, { fromLogits: false }]), fromLogits);

/** Probabilities, or logits, with two sets of targets. */
const twoTargets: fc.Arbitrary<[Arguments, number[]]> = fc.tuple(cases, hardOrSoft);

/** Predictions of exactly 0 and 1 among others; under half of them targets that agree, else Infinity is due. */
const certain: fc.Arbitrary<Arguments> = fc
  .tuple(size(6), numbers(fc.oneof(fc.constantFrom(0, 1), inside(64))), hardOrSoft, fc.boolean())
  .map(([n, predicted, wanted, agree]) => {
    const [y, t] = [take(predicted).vector(n), take(wanted).vector(n)];
    return [y, agree ? t.map((x, i) => (y[i] === 0 || y[i] === 1 ? y[i] : x)) : t];
  });

const largeLogits: fc.Arbitrary<Arguments> = fc
  .tuple(size(6), numbers(grid), hardOrSoft, fc.constantFrom(10, 100, 1000, 2500))
  .map(([n, z, t, scale]) => [
    take(z)
      .vector(n)
      .map((x) => x * scale),
    take(t).vector(n),
    LOGITS,
  ]);

export const binaryCrossEntropy: Entry<BinaryCrossEntropy> = {
  id: 'binaryCrossEntropy',
  lecture: 4,
  title: 'Binary cross-entropy',
  latex: String.raw`L = -\frac{1}{N} \sum_{n=1}^{N} \bigl( t_n \log p_n + (1 - t_n) \log (1 - p_n) \bigr)`,
  source: ['Goodfellow, Bengio, Courville (2016), Deep Learning, section 6.2.2.2', 'Lecture 4'],
  parameters: {
    y: is.vector(),
    t: is.vector(),
    options: is.options({
      fromLogits: is.boolean({ default: false }),
      clip: is.number({ least: 0, below: 0.5, default: 0, extended: true }),
    }),
  },
  result: is.number(),

  reference,
  accelerated: () => import('../../accelerated/losses/binary-cross-entropy.ts'),
  gradient: {
    wrt: ['y'],
    reference: binaryCrossEntropyGradient,
    // Probabilities away from 0, 1 and the ends of the clipped range.
    inputs: fc.oneof(fromProbabilities(inside(64), [undefined, { clip: 6.5 / 64 }]), fromLogits),
  },

  inputs: cases,
  extreme: fc.oneof(certain, largeLogits),
  extended: fromProbabilities(fc.oneof(fc.constantFrom(0, 1), inside(64)), [{ clip: 2 ** -20 }, { clip: 6.5 / 64 }]),

  edges,
  extremeEdges,
  illegal,
  hardCases: {
    'one sample': (y) => y.length === 1,
    'more than two samples': (y) => y.length > 2,
    'hard targets of both kinds': (_, t) => t.every((x) => x === 0 || x === 1) && t.includes(0) && t.includes(1),
    'soft targets': (_, t) => t.some((x) => x > 0 && x < 1),
    'soft targets, logits': (_y, t, options) => options?.fromLogits === true && t.some((x) => x > 0 && x < 1),
    'a target of 0': (_, t) => t.includes(0),
    'a target of 1': (_, t) => t.includes(1),
    'from logits': (_y, _t, options) => options?.fromLogits === true,
    'a logit of 0': (y, _, options) => options?.fromLogits === true && y.includes(0),
    'a logit above 4': (y, _, options) => options?.fromLogits === true && y.some((z) => Math.abs(z) > 4),
    'fromLogits false': (_y, _t, options) => options?.fromLogits === false,
    'a small probability': (y, _, options) => !options?.fromLogits && y.some((p) => p < 1 / 32),
  },

  worked,

  laws: [
    meanOfSamples(cases),
    law('the two classes may change their names', cases, async (loss, y, t, ...o) => {
      const other = y.map((x) => (o[0]?.fromLogits ? -x : 1 - x));
      const rest = t.map((x) => 1 - x);
      expectClose(
        await loss(other, rest, ...o),
        await loss(y, t, ...o),
        loss.allowed(other, rest, ...o),
        loss.allowed(y, t, ...o),
      );
    }),
    law('it is linear in the targets', twoTargets, async (loss, [y, a, ...o], drawn) => {
      const b = take(drawn).vector(y.length);
      const between = a.map((x, n) => (x + nth(b, n)) / 2);
      const halves = ((await loss(y, a, ...o)) + (await loss(y, b, ...o))) / 2;
      expectClose(await loss(y, between, ...o), halves, total([between, a, b].map((t) => loss.allowed(y, t, ...o))));
    }),
    law('a probability of 1/2, or a logit of 0, costs ln 2', fc.tuple(size(6), hardOrSoft), async (loss, n, drawn) => {
      const t = take(drawn).vector(n);
      const [half, zero] = [t.map(() => 0.5), t.map(() => 0)];
      expectClose(await loss(half, t), Math.LN2, loss.allowed(half, t));
      expectClose(await loss(zero, t, LOGITS), Math.LN2, loss.allowed(zero, t, LOGITS));
    }),
    leastAtTargets(
      fc
        .tuple(size(6), numbers(probability), numbers(inside(64)))
        .map(([n, predicted, wanted]) => [take(predicted).vector(n), take(wanted).vector(n)]),
    ),
    law(
      'the logarithms of the odds cost what the probabilities cost',
      fc.tuple(size(6), numbers(inside(64)), hardOrSoft),
      async (loss, n, predicted, wanted) => {
        const [y, t] = [take(predicted).vector(n), take(wanted).vector(n)];
        const odds = y.map((p) => Math.log(p / (1 - p)));
        // The odds are at most 63, so their logarithm is off by less than 2^-50, and so is the loss.
        expectClose(
          await loss(odds, t, LOGITS),
          await loss(y, t),
          loss.allowed(odds, t, LOGITS),
          loss.allowed(y, t),
          2 ** -49,
        );
      },
    ),
    law(
      'from target 0 to target 1 the loss falls by the mean logit',
      fc.tuple(size(6), numbers()),
      async (loss, n, drawn) => {
        const z = take(drawn).vector(n);
        const [zeros, ones] = [z.map(() => 0), z.map(() => 1)];
        const fall = (await loss(z, zeros, LOGITS)) - (await loss(z, ones, LOGITS));
        const mean = z.reduce((sum, x) => sum + x, 0) / n;
        expectClose(fall, mean, loss.allowed(z, zeros, LOGITS), loss.allowed(z, ones, LOGITS), 2 ** -45);
      },
    ),
    law(
      'a probability beyond the clipped range costs what the end of the range costs',
      fc.tuple(inside(64), target),
      async (loss, p, t) => {
        const clip = 0.25;
        const moved = Math.min(Math.max(p, clip), 1 - clip);
        expectClose(
          await loss([p], [t], { clip }),
          await loss([moved], [t]),
          loss.allowed([p], [t], { clip }),
          loss.allowed([moved], [t]),
        );
      },
      { extended: true },
    ),
  ],

  misconceptions,
  probabilities: (y, t, { fromLogits }) => [fromLogits ? y.map((z) => 1 / (1 + Math.exp(-z))) : y, t],
  errata: [
    {
      where: 'lecture 4, BCE',
      printed: 'the sum over the samples runs from 0 to N',
      holds: 'N samples make N terms: it runs from 1 to N (or 0 to N-1)',
    },
  ],

  rounding: (r, y, t, options) => {
    const clip = options.clip.value;
    const costs = y.map((x, n) => {
      const wanted = nth(t, n);
      const rest = r.subtract(r.exact(1), wanted);
      if (options.fromLogits) {
        return r.add(r.multiply(wanted, roundedSoftplus(r, r.negate(x))), r.multiply(rest, roundedSoftplus(r, x)));
      }
      const p = x.value < clip ? r.exact(clip) : x.value > 1 - clip ? r.exact(1 - clip) : x;
      const terms: Rounded[] = [];
      if (wanted.value !== 0) terms.push(r.multiply(wanted, r.log(p)));
      if (wanted.value !== 1) terms.push(r.multiply(rest, r.log(r.subtract(r.exact(1), p))));
      return r.negate(r.sum(terms));
    });
    return r.mean(costs);
  },
};
