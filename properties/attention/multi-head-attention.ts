import fc from 'fast-check';
import {
  multiHeadAttentionGradient,
  multiHeadAttention as reference,
} from '../../reference/attention/multi-head-attention.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers, total } from '../values/tree.ts';
import type { Matrix, Sequence } from '../values/value.ts';
import { edges, hardCases, illegal, worked } from './multi-head-attention.cases.ts';
import { misconceptions } from './multi-head-attention.misconceptions.ts';
import { orderOf, permuted } from './shared/attention-inputs.ts';
import {
  ATTENTION_WEIGHTS,
  type AttentionWeightsOf,
  attentionWeights,
  blocks,
  noProjection,
  type ProjectionOf,
  roundedMultiHead,
  unitProjection,
  unitWeights,
  WIDTHS,
} from './shared/multi-head-inputs.ts';

const parameters = {
  x: is.sequence(),
  context: is.sequence(),
  weights: ATTENTION_WEIGHTS,
  heads: is.integer(1),
  options: is.options({ causal: is.boolean({ default: false, drawn: [true, true, false] }) }),
};

export type MultiHeadAttention = (
  x: Sequence,
  context: Sequence,
  weights: AttentionWeightsOf,
  heads: number,
  options?: OptionsOf<typeof parameters.options>,
) => Sequence;
type Arguments = Parameters<MultiHeadAttention>;

/** Small numbers, so that more than one position has a weight to speak of and no power of a score overflows. */
const entry = mild.map((x) => x / 4);
const weight = mild.map((x) => x / 8);

/** Up to two samples of three positions; a third of them attend to themselves. */
const calls: fc.Arbitrary<Arguments> = fc
  .tuple(
    fc.record({
      B: size(2),
      T: size(3),
      S: size(3),
      wide: fc.constantFrom(...WIDTHS),
      self: fc.constantFrom(false, false, true),
    }),
    numbers(entry, 40),
    numbers(weight, 67),
    drawnOptions(parameters.options),
  )
  .map(([{ B, T, S, wide, self }, drawn, weights, options]) => {
    const fill = take(drawn);
    const [width, heads] = wide;
    const x = fill.rank3(B, T, width);
    const context = self ? x : fill.rank3(B, S, width);
    return given(x, context, attentionWeights(take(weights), width), heads, options);
  });

const ofAllContext = calls.map(([x, context, weights, heads]): Arguments => [x, context, weights, heads, {}]);
const causal = calls.map(([x, context, weights, heads]): Arguments => [x, context, weights, heads, { causal: true }]);
const places = fc.nat(3);

const widthOf = (x: Sequence): number => nth(nth(x, 0), 0).length;
const project = (x: Sequence, { w, b }: ProjectionOf): Sequence => x.map((rows) => plainDrives(rows, w, b));

/** The same projection with other numbers in the columns that are not kept. */
const columnsChanged = ({ w, b }: ProjectionOf, kept: number[], other: () => number): ProjectionOf => {
  const change = (row: number[]): number[] => row.map((x, j) => (kept.includes(j) ? x : other()));
  return { w: w.map(change), b: change(b) };
};

export const multiHeadAttention: Entry<MultiHeadAttention> = {
  id: 'multiHeadAttention',
  lecture: 11,
  title: 'Multi-head attention',
  latex: String.raw`H_i = \mathrm{softmax} \Bigl( \frac{Q_i K_i^T}{\sqrt{m/h}} \Bigr) V_i, \qquad y = [H_0, \dots, H_{h-1}] W_o + b_o`,
  source: [
    'Vaswani et al. (2017), Attention is all you need, sections 3.2.2 and 3.2.3',
    'Lecture 11, only a title in the notes',
  ],
  parameters,
  result: is.sequence(),

  reference,
  accelerated: () => import('../../accelerated/attention/multi-head-attention.ts'),
  gradient: { wrt: ['x', 'context', 'weights'], reference: multiHeadAttentionGradient },

  inputs: calls,

  edges,
  illegal,
  hardCases,

  worked,

  laws: [
    sampleIndependence<MultiHeadAttention>(calls, { batched: [0, 1] }),
    law('the order of the positions is that of the results', fc.tuple(ofAllContext, places), async (f, args, by) => {
      const [x, context, weights, heads] = args;
      const turned = (rows: Sequence): Sequence => rows.map((own) => permuted(own, orderOf(own.length, by)));
      expectClose(
        await f(turned(x), context, weights, heads),
        turned(await f(...args)),
        f.allowed(turned(x), context, weights, heads),
        turned(f.allowed(...args)),
      );
    }),
    law('the order of the context does not matter', fc.tuple(ofAllContext, places), async (f, args, by) => {
      const [x, context, weights, heads] = args;
      const turned = context.map((own) => permuted(own, orderOf(own.length, by)));
      const [allowed, same] = [f.allowed(...args), f.allowed(x, turned, weights, heads)];
      expectClose(await f(x, turned, weights, heads), await f(...args), allowed, same);
    }),
    law('with causal nothing later is seen', fc.tuple(causal), async (f, [x, context, weights, heads, options]) => {
      const whole = await f(x, context, weights, heads, options);
      for (let t = 1; t <= nth(x, 0).length; t++) {
        const first = (rows: Sequence): Sequence => rows.map((own) => own.slice(0, t));
        const shorter: Arguments = given(first(x), first(context), weights, heads, options);
        const allowed = f.allowed(...shorter);
        expectClose(await f(...shorter), first(whole), allowed, allowed);
      }
    }),
    law('with causal the first position sees the first of the context', fc.tuple(causal), async (f, args) => {
      const [, context, weights] = args;
      const first = context.map((rows) => rows.slice(0, 1));
      const expected = project(project(first, weights.value), weights.output);
      const allowed = f.allowed(...args).map((rows) => rows.slice(0, 1));
      expectClose(
        (await f(...args)).map((rows) => rows.slice(0, 1)),
        expected,
        allowed,
        allowed,
      );
    }),
    law(
      'one head without projections is scaled dot-product attention',
      fc.tuple(ofAllContext),
      async (f, [x, context]) => {
        const width = widthOf(x);
        const args: Arguments = [x, context, unitWeights(width), 1];
        const expected = x.map((rows, n) => rows.map((row) => averaged(row, nth(context, n), Math.sqrt(width))));
        const allowed = f.allowed(...args);
        expectClose(await f(...args), expected, allowed, allowed, 2 ** -48);
      },
    ),
    law(
      'a head knows its own block of columns alone',
      fc.tuple(calls, numbers(grid, 24), places),
      async (f, args, drawn, by) => {
        const [x, context, weights, heads, options] = args;
        const kept = nth(blocks(widthOf(x), heads), by % heads);
        const { w, b } = weights.output;
        const output = { w: w.map((row, j) => (kept.includes(j) ? row : row.map(() => 0))), b };
        const one: Arguments = given(x, context, { ...weights, output }, heads, options);
        const fill = take(drawn.map((v) => v / 8));
        const changed = (layer: ProjectionOf): ProjectionOf => columnsChanged(layer, kept, fill.number);
        const { query, key, value } = weights;
        const others = { query: changed(query), key: changed(key), value: changed(value), output };
        const other: Arguments = given(x, context, others, heads, options);
        expectClose(await f(...other), await f(...one), f.allowed(...other), f.allowed(...one));
      },
    ),
    law('the bias of the keys does not matter', fc.tuple(calls), async (f, [x, context, weights, heads, options]) => {
      const { w, b } = weights.key;
      const without = { ...weights, key: { w, b: b.map(() => 0) } };
      const [usual, other]: [Arguments, Arguments] = [
        given(x, context, weights, heads, options),
        given(x, context, without, heads, options),
      ];
      expectClose(await f(...other), await f(...usual), f.allowed(...other), f.allowed(...usual));
    }),
    law('without weights of the values every position is alike', fc.tuple(calls), async (f, args) => {
      const [x, context, weights, heads, options] = args;
      const { w, b } = weights.value;
      const flatValues = { ...weights, value: { w: mapNumbers(w, () => 0), b } };
      const other: Arguments = given(x, context, flatValues, heads, options);
      const [expected] = plainDrives([b], weights.output.w, weights.output.b) as [number[]];
      const allowed = f.allowed(...other);
      expectClose(
        await f(...other),
        x.map((rows) => rows.map(() => expected)),
        allowed,
        allowed,
      );
    }),
    law('before the output every number lies among the projected values', fc.tuple(calls), async (f, args) => {
      const [x, context, weights, heads, options] = args;
      const width = widthOf(x);
      const bare: Arguments = given(x, context, { ...weights, output: unitProjection(width) }, heads, options);
      const values = project(context, weights.value);
      const allowed = f.allowed(...bare);
      (await f(...bare)).forEach((rows, n) =>
        rows.forEach((row, i) =>
          row.forEach((y, c) => {
            const column = nth(values, n).map((value) => nth(value, c));
            const error = 2 * (allowed[n]?.[i]?.[c] ?? Number.NaN) + 2 ** -48;
            const [least, most] = [Math.min(...column) - error, Math.max(...column) + error];
            expectThat(y >= least && y <= most, `[${n}][${i}][${c}] is ${y}, not from ${least} to ${most}`);
          }),
        ),
      );
    }),
    law(
      'without an output the result is its bias',
      fc.tuple(calls),
      async (f, [x, context, weights, heads, options]) => {
        const output = { ...noProjection(weights.output), b: weights.output.b };
        const args: Arguments = given(x, context, { ...weights, output }, heads, options);
        expectClose(
          await f(...args),
          x.map((rows) => rows.map(() => output.b)),
          f.allowed(...args),
        );
      },
    ),
  ],

  misconceptions,

  rounding: (r, x, context, weights, heads, { causal }) =>
    x.map((rows, n) => roundedMultiHead(r, rows, nth(context, n), weights, heads.value, (i, j) => !causal || j <= i)),
};

/** The average of rows, weighted by e to the power of their products with a query over a divisor. */
function averaged(query: number[], rows: Matrix, divisor: number): number[] {
  const scores = rows.map((row) => total(row.map((x, c) => x * nth(query, c))) / divisor);
  const powers = scores.map((s) => Math.exp(s - Math.max(...scores)));
  return query.map((_, c) => total(rows.map((row, j) => nth(row, c) * nth(powers, j))) / total(powers));
}
