import fc from 'fast-check';
import {
  transformerEncoderBlock as reference,
  transformerEncoderBlockGradient,
} from '../../reference/attention/transformer-encoder-block.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Matrix, Sequence } from '../values/value.ts';
import { orderOf, permuted } from './shared/attention-inputs.ts';
import {
  BLOCK_OPTIONS,
  BLOCK_WIDTHS,
  type BlockOptionsOf,
  drawnBlockOptions,
  type EncoderWeightsOf,
  encoderWeights,
  entry,
  FEED_FORWARD,
  NARROW,
  NORM,
  type NormOf,
  silent,
  weight,
} from './shared/block-inputs.ts';
import { ATTENTION_WEIGHTS, roundedMultiHead } from './shared/multi-head-inputs.ts';
import { isSmooth } from './shared/plain-block.ts';
import { roundedFeedForward, roundedResidual } from './shared/rounded-block.ts';
import { edges, hardCases, illegal, kinks, worked } from './transformer-encoder-block.cases.ts';
import { misconceptions, plainEncoder } from './transformer-encoder-block.misconceptions.ts';

export type EncoderOptionsOf = BlockOptionsOf & { mask?: Matrix };
export type TransformerEncoderBlock = (
  x: Sequence,
  weights: EncoderWeightsOf,
  heads: number,
  options?: EncoderOptionsOf,
) => Sequence;
type Arguments = Parameters<TransformerEncoderBlock>;

const callsOf = (samples: number, widths: typeof BLOCK_WIDTHS): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      fc.record({ B: size(samples), T: size(3), wide: fc.constantFrom(...widths), units: size(3) }),
      numbers(entry, 24),
      numbers(weight, 61),
      drawnBlockOptions('mask'),
    )
    .map(([{ B, T, wide, units }, drawn, weights, optionsOf]) => {
      const [width, heads] = wide;
      const x = take(drawn).rank3(B, T, width);
      return given<Arguments>(x, encoderWeights(weights, width, units), heads, optionsOf(x));
    });

const calls = callsOf(2, BLOCK_WIDTHS);

/** Without a mask, normalized in the place that is named. */
const placed = (norm: 'pre' | 'post'): fc.Arbitrary<Arguments> =>
  calls.map(([x, weights, heads, options]) => {
    const { mask: _mask, ...rest } = options ?? {};
    return [x, weights, heads, { ...rest, norm }];
  });

/** Few weights, as differences are taken by each of them. */
const smooth = callsOf(1, NARROW).filter(([x, weights, heads, options]) => {
  const seen = { drives: [] as Matrix[], normed: [] as Matrix[] };
  const mask = x.map((rows) => rows.map(() => 1));
  plainEncoder({ seen })(x, weights, heads, { norm: 'pre', activation: 'relu', epsilon: 1e-3, mask, ...options });
  return isSmooth(seen, options?.activation ?? 'relu');
});

export const transformerEncoderBlock: Entry<TransformerEncoderBlock> = {
  id: 'transformerEncoderBlock',
  lecture: 11,
  title: "Block of a transformer's encoder",
  latex: String.raw`\text{pre:} \; a = x + \mathrm{MHA}(N_1(x)), \; y = a + F(N_2(a)); \qquad \text{post:} \; a = N_1(x + \mathrm{MHA}(x)), \; y = N_2(a + F(a))`,
  source: [
    'Vaswani et al. (2017), Attention is all you need, section 3.1: post-norm',
    'Xiong et al. (2020), On layer normalization in the transformer architecture, section 3: pre-norm',
    'Lecture 11, only a title in the notes',
  ],
  parameters: {
    x: is.sequence(),
    weights: is.record(
      {
        attention: ATTENTION_WEIGHTS,
        attentionNorm: NORM,
        feedForward: FEED_FORWARD,
        feedForwardNorm: NORM,
      },
      { name: 'Block' },
    ),
    heads: is.integer(1),
    options: is.options({ ...BLOCK_OPTIONS, mask: is.matrix({ optional: true, element: is.ZERO_OR_ONE }) }),
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/attention/transformer-encoder-block.ts'),
  gradient: { wrt: ['x', 'weights'], reference: transformerEncoderBlockGradient, inputs: smooth, kinks },

  inputs: calls,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<TransformerEncoderBlock>(fc.oneof(placed('pre'), placed('post'))),
    law('the order of the positions is that of the results', fc.tuple(calls, fc.nat(2)), async (block, args, by) => {
      const [x, weights, heads, options] = args;
      const turned = <R>(rows: R[]): R[] => permuted(rows, orderOf(rows.length, by));
      const mask = options?.mask === undefined ? {} : { mask: options.mask.map(turned) };
      const other: Arguments = given(x.map(turned), weights, heads, options && { ...options, ...mask });
      expectClose(
        await block(...other),
        (await block(...args)).map(turned),
        block.allowed(...other),
        block.allowed(...args).map(turned),
      );
    }),
    law(
      'padding does not matter to the other positions',
      fc.tuple(calls, numbers(entry, 8)),
      async (block, args, drawn) => {
        const [x, weights, heads, options] = args;
        const fill = take(drawn);
        const isReal = (n: number, t: number): boolean => options?.mask?.[n]?.[t] !== 0;
        const others = x.map((rows, n) => rows.map((row, t) => (isReal(n, t) ? row : row.map(fill.number))));
        const real = (y: Sequence): Sequence => y.map((rows, n) => rows.filter((_, t) => isReal(n, t)));
        const other: Arguments = given(others, weights, heads, options);
        const allowed = real(block.allowed(...args));
        expectClose(real(await block(...other)), real(await block(...args)), allowed, allowed);
      },
    ),
    law('pre-norm layers of which nothing comes out leave x as it is', fc.tuple(placed('pre')), async (block, args) => {
      const [x, weights, heads, options] = args;
      const { attention, feedForward } = weights;
      const still = { ...weights, attention: silent(attention), feedForward: silent(feedForward) };
      expectClose(await block(x, still, heads, options), x, block.allowed(x, still, heads, options));
    }),
    law(
      'pre-norm does not see what is added to all features of a position',
      fc.tuple(placed('pre'), grid),
      async (block, args, by) => {
        const [x, ...others] = args;
        const onGrid = mapNumbers(x, (v) => Math.round(v * 16) / 16);
        const shifted = mapNumbers(onGrid, (v) => v + by);
        expectClose(
          await block(shifted, ...others),
          mapNumbers(await block(onGrid, ...others), (y) => y + by),
          block.allowed(shifted, ...others),
          block.allowed(onGrid, ...others),
          2 ** -46,
        );
      },
    ),
    law(
      'the rows of post-norm have the mean of beta and a variance of at most 1',
      fc.tuple(placed('post')),
      async (block, args) => {
        const [x, weights, heads, options] = args;
        const { beta } = weights.feedForwardNorm;
        const bare = { ...weights, feedForwardNorm: { gamma: beta.map(() => 1), beta } };
        const allowed = block.allowed(x, bare, heads, options);
        (await block(x, bare, heads, options)).forEach((rows, n) =>
          rows.forEach((row, t) => {
            const unit = row.map((y, c) => y - nth(beta, c));
            const error = total(nth(nth(allowed, n), t)) + 2 ** -46;
            expectClose(total(unit), 0, error);
            const size = Math.sqrt(total(unit.map((u) => u * u)) / unit.length);
            expectThat(size <= 1 + error, `row [${n}][${t}] has a deviation of ${size}`);
          }),
        );
      },
    ),
    law('with gammas of 0 pre-norm adds the same to every position', fc.tuple(placed('pre')), async (block, args) => {
      const [x, weights, heads, options] = args;
      const flat = (norm: NormOf): NormOf => ({ ...norm, gamma: norm.gamma.map(() => 0) });
      const same = {
        ...weights,
        attentionNorm: flat(weights.attentionNorm),
        feedForwardNorm: flat(weights.feedForwardNorm),
      };
      const y = await block(x, same, heads, options);
      const allowed = block.allowed(x, same, heads, options);
      const [first, own] = [nth(nth(y, 0), 0), nth(nth(x, 0), 0)];
      const errors = nth(nth(allowed, 0), 0);
      const expected = mapRows(x, (v, c) => v + nth(first, c) - nth(own, c));
      expectClose(
        y,
        expected,
        allowed,
        mapRows(x, (_, c) => nth(errors, c)),
        2 ** -46,
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, weights, heads, { norm, activation, epsilon, mask }) =>
    x.map((rows, n) => {
      const isOpen = (_i: number, j: number): boolean => mask?.[n]?.[j]?.value !== 0;
      const attended = roundedResidual(r, rows, weights.attentionNorm, { norm, epsilon }, (input) =>
        roundedMultiHead(r, input, input, weights.attention, heads.value, isOpen),
      );
      return roundedResidual(r, attended, weights.feedForwardNorm, { norm, epsilon }, (input) =>
        roundedFeedForward(r, input, weights.feedForward, activation),
      );
    }),
};

function mapRows(x: Sequence, f: (v: number, c: number) => number): Sequence {
  return x.map((rows) => rows.map((row) => row.map(f)));
}
