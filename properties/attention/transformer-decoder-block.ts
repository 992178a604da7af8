import fc from 'fast-check';
import {
  transformerDecoderBlock as reference,
  transformerDecoderBlockGradient,
} from '../../reference/attention/transformer-decoder-block.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
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
  type DecoderWeightsOf,
  decoderWeights,
  drawnBlockOptions,
  entry,
  FEED_FORWARD,
  NARROW,
  NORM,
  silent,
  weight,
} from './shared/block-inputs.ts';
import { ATTENTION_WEIGHTS, roundedMultiHead } from './shared/multi-head-inputs.ts';
import { isSmooth } from './shared/plain-block.ts';
import { roundedFeedForward, roundedResidual } from './shared/rounded-block.ts';
import { edges, hardCases, illegal, worked } from './transformer-decoder-block.cases.ts';
import { misconceptions, plainDecoder } from './transformer-decoder-block.misconceptions.ts';

export type DecoderOptionsOf = BlockOptionsOf & { mask?: Matrix; memoryMask?: Matrix };
export type TransformerDecoderBlock = (
  x: Sequence,
  memory: Sequence,
  weights: DecoderWeightsOf,
  heads: number,
  options?: DecoderOptionsOf,
) => Sequence;
type Arguments = Parameters<TransformerDecoderBlock>;

const callsOf = (samples: number, widths: typeof BLOCK_WIDTHS): fc.Arbitrary<Arguments> =>
  fc
    .tuple(
      fc.record({ B: size(samples), T: size(3), S: size(3), wide: fc.constantFrom(...widths), units: size(2) }),
      numbers(entry, 48),
      numbers(weight, 61),
      drawnBlockOptions('mask', 'memoryMask'),
    )
    .map(([{ B, T, S, wide, units }, drawn, weights, optionsOf]) => {
      const [width, heads] = wide;
      const fill = take(drawn);
      const [x, memory] = [fill.rank3(B, T, width), fill.rank3(B, S, width)];
      return given<Arguments>(x, memory, decoderWeights(weights, width, units), heads, optionsOf(x, memory));
    });

const calls = callsOf(2, BLOCK_WIDTHS);

/** Without masks, normalized in the place that is named. */
const placed = (norm: 'pre' | 'post'): fc.Arbitrary<Arguments> =>
  calls.map(([x, memory, weights, heads, options]) => {
    const { mask: _mask, memoryMask: _memoryMask, ...rest } = options ?? {};
    return [x, memory, weights, heads, { ...rest, norm }];
  });

/** Few weights, as differences are taken by each of them. */
const smooth = callsOf(1, NARROW).filter(([x, memory, weights, heads, options]) => {
  const seen = { drives: [] as Matrix[], normed: [] as Matrix[] };
  const open = { mask: x.map((rows) => rows.map(() => 1)), memoryMask: memory.map((rows) => rows.map(() => 1)) };
  const complete = { norm: 'pre', activation: 'relu', epsilon: 1e-3, ...open, ...options } as const;
  plainDecoder({ seen })(x, memory, weights, heads, complete);
  return isSmooth(seen, complete.activation);
});

export const transformerDecoderBlock: Entry<TransformerDecoderBlock> = {
  id: 'transformerDecoderBlock',
  lecture: 11,
  title: "Block of a transformer's decoder",
  latex: String.raw`\text{pre:} \; a = x + \mathrm{MHA}_c(N_1(x)), \; b = a + \mathrm{MHA}(N_2(a), M), \; y = b + F(N_3(b)); \qquad \text{post:} \; a = N_1(x + \mathrm{MHA}_c(x)), \; b = N_2(a + \mathrm{MHA}(a, M)), \; y = N_3(b + F(b))`,
  source: [
    'Vaswani et al. (2017), Attention is all you need, section 3.1: post-norm',
    'Xiong et al. (2020), On layer normalization in the transformer architecture, section 3: pre-norm',
    'Lecture 11, only a title in the notes',
  ],
  parameters: {
    x: is.sequence(),
    memory: is.sequence(),
    weights: is.record(
      {
        attention: ATTENTION_WEIGHTS,
        attentionNorm: NORM,
        cross: ATTENTION_WEIGHTS,
        crossNorm: NORM,
        feedForward: FEED_FORWARD,
        feedForwardNorm: NORM,
      },
      { name: 'Block' },
    ),
    heads: is.integer(1),
    options: is.options({
      ...BLOCK_OPTIONS,
      mask: is.matrix({ optional: true, element: is.ZERO_OR_ONE }),
      memoryMask: is.matrix({ optional: true, element: is.ZERO_OR_ONE }),
    }),
  },
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/attention/transformer-decoder-block.ts'),
  gradient: { wrt: ['x', 'memory', 'weights'], reference: transformerDecoderBlockGradient, inputs: smooth },

  inputs: calls,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<TransformerDecoderBlock>(fc.oneof(placed('pre'), placed('post')), { batched: [0, 1] }),
    law('later positions do not matter to earlier ones', fc.tuple(calls), async (block, args) => {
      const [x, memory, weights, heads, options] = args;
      const whole = await block(...args);
      for (let t = 1; t <= nth(x, 0).length; t++) {
        const mask = options?.mask === undefined ? {} : { mask: options.mask.map((row) => row.slice(0, t)) };
        const first = (rows: Sequence): Sequence => rows.map((own) => own.slice(0, t));
        const shorter: Arguments = given(first(x), memory, weights, heads, options && { ...options, ...mask });
        const allowed = block.allowed(...shorter);
        expectClose(await block(...shorter), first(whole), allowed, allowed);
      }
    }),
    law('the order of the memory does not matter', fc.tuple(calls, fc.nat(2)), async (block, args, by) => {
      const [x, memory, weights, heads, options] = args;
      const turned = <R>(rows: R[]): R[] => permuted(rows, orderOf(rows.length, by));
      const mask = options?.memoryMask === undefined ? {} : { memoryMask: options.memoryMask.map(turned) };
      const other: Arguments = given(x, memory.map(turned), weights, heads, options && { ...options, ...mask });
      expectClose(await block(...other), await block(...args), block.allowed(...other), block.allowed(...args));
    }),
    law(
      'padding does not matter to the other positions',
      fc.tuple(calls, numbers(entry, 8)),
      async (block, args, drawn) => {
        const [x, memory, weights, heads, options] = args;
        const fill = take(drawn);
        const isReal = (mask: Matrix | undefined, n: number, t: number): boolean => mask?.[n]?.[t] !== 0;
        const others = (of: Sequence, mask: Matrix | undefined): Sequence =>
          of.map((rows, n) => rows.map((row, t) => (isReal(mask, n, t) ? row : row.map(fill.number))));
        const real = (y: Sequence): Sequence => y.map((rows, n) => rows.filter((_, t) => isReal(options?.mask, n, t)));
        const other: Arguments = given(
          others(x, options?.mask),
          others(memory, options?.memoryMask),
          weights,
          heads,
          options,
        );
        const allowed = real(block.allowed(...args));
        expectClose(real(await block(...other)), real(await block(...args)), allowed, allowed);
      },
    ),
    law('pre-norm layers of which nothing comes out leave x as it is', fc.tuple(placed('pre')), async (block, args) => {
      const [x, memory, weights, heads, options] = args;
      const still = {
        ...weights,
        attention: silent(weights.attention),
        cross: silent(weights.cross),
        feedForward: silent(weights.feedForward),
      };
      expectClose(await block(x, memory, still, heads, options), x, block.allowed(x, memory, still, heads, options));
    }),
    law(
      'without an output of the second attention the memory does not matter',
      fc.tuple(calls, numbers(entry, 8)),
      async (block, [x, memory, weights, heads, options], drawn) => {
        const deaf = { ...weights, cross: silent(weights.cross) };
        const fill = take(drawn);
        const [usual, other]: [Arguments, Arguments] = [
          given(x, memory, deaf, heads, options),
          given(x, mapNumbers(memory, fill.number), deaf, heads, options),
        ];
        expectClose(await block(...other), await block(...usual), block.allowed(...other), block.allowed(...usual));
      },
    ),
    law(
      'pre-norm does not see what is added to all features of a position',
      fc.tuple(placed('pre'), grid),
      async (block, [x, ...others], by) => {
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
    law('the rows of post-norm have the mean of beta', fc.tuple(placed('post')), async (block, args) => {
      const [x, memory, weights, heads, options] = args;
      const { beta } = weights.feedForwardNorm;
      const bare = { ...weights, feedForwardNorm: { gamma: beta.map(() => 1), beta } };
      const allowed = block.allowed(x, memory, bare, heads, options);
      (await block(x, memory, bare, heads, options)).forEach((rows, n) =>
        rows.forEach((row, t) => expectClose(total(row), total(beta), total(nth(nth(allowed, n), t)), 2 ** -46)),
      );
    }),
  ],

  misconceptions,

  rounding: (r, x, memory, weights, heads, { norm, activation, epsilon, mask, memoryMask }) =>
    x.map((rows, n) => {
      const settings = { norm, epsilon };
      const isOpen = (i: number, j: number): boolean => j <= i && mask?.[n]?.[j]?.value !== 0;
      const ofMemory = (_i: number, j: number): boolean => memoryMask?.[n]?.[j]?.value !== 0;
      const a = roundedResidual(r, rows, weights.attentionNorm, settings, (input) =>
        roundedMultiHead(r, input, input, weights.attention, heads.value, isOpen),
      );
      const b = roundedResidual(r, a, weights.crossNorm, settings, (input) =>
        roundedMultiHead(r, input, nth(memory, n), weights.cross, heads.value, ofMemory),
      );
      return roundedResidual(r, b, weights.feedForwardNorm, settings, (input) =>
        roundedFeedForward(r, input, weights.feedForward, activation),
      );
    }),
};
