import type { Misconception, WrongForm } from '../entry/entry.ts';
import { plainDrives } from '../perceptron/shared/layer-inputs.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix } from '../values/value.ts';
import type { MultiHeadAttention } from './multi-head-attention.ts';
import { type AttentionWeightsOf, blocks, type ProjectionOf } from './shared/multi-head-inputs.ts';
import { plainAttention, rightWeights, type Weights } from './shared/plain-attention.ts';

type Form = WrongForm<MultiHeadAttention>;

/** What a wrong form does otherwise. */
interface Parts {
  /** the columns of each head, of the result too */
  columns?: (width: number, heads: number) => number[][];
  /** how the positions of one head become a matrix of their own, and what the heads give one matrix again */
  split?: (rows: Matrix, heads: number) => Matrix[];
  join?: (each: Matrix[]) => Matrix;
  divisor?: (size: number, width: number) => number;
  isOpen?: (causal: boolean, i: number, j: number) => boolean;
  weights?: Weights;
  projections?: (weights: AttentionWeightsOf) => AttentionWeightsOf;
  output?: (joined: Matrix, output: ProjectionOf) => Matrix;
}

const project = (rows: Matrix, { w, b }: ProjectionOf): Matrix => plainDrives(rows, w, b);
const cut = (rows: Matrix, columns: number[]): Matrix => rows.map((row) => columns.map((c) => nth(row, c)));

/** Each head's columns put back where they were taken from. */
const putBack = (each: Matrix[], columns: number[][]): Matrix =>
  nth(each, 0).map((_, i) => {
    const row: number[] = [];
    columns.forEach((own, h) => own.forEach((c, at) => (row[c] = nth(nth(nth(each, h), i), at))));
    return row;
  });

const byCausality = (causal: boolean, i: number, j: number): boolean => !causal || j <= i;

const variant =
  ({
    columns = blocks,
    split,
    join,
    divisor = (size) => Math.sqrt(size),
    isOpen = byCausality,
    ...more
  }: Parts): Form =>
  (x, context, weights, heads, { causal }) => {
    const { query, key, value, output } = more.projections?.(weights) ?? weights;
    const width = output.b.length;
    const taken = columns(width, heads);
    const apart = split ?? ((rows: Matrix): Matrix[] => taken.map((own) => cut(rows, own)));
    const together = join ?? ((each: Matrix[]): Matrix => putBack(each, taken));
    return x.map((rows, n) => {
      const from = nth(context, n);
      const [q, k, v] = [
        apart(project(rows, query), heads),
        apart(project(from, key), heads),
        apart(project(from, value), heads),
      ];
      const each = q.map(
        (own, h) =>
          plainAttention(
            [own, nth(k, h), nth(v, h)],
            (i, j) => isOpen(causal, i, j),
            more.weights ?? rightWeights,
            (size) => divisor(size, width),
          ) ?? [],
      );
      return (more.output ?? project)(together(each), output);
    });
  };

/** A block of numbers cut into rows of another length. */
const rowsOfLength = (values: number[], length: number): Matrix =>
  Array.from({ length: values.length / length }, (_, i) => values.slice(i * length, (i + 1) * length));

/** All numbers of a sequence, cut into as many equal parts as there are heads, each part into rows. */
const reshaped = (rows: Matrix, heads: number): Matrix[] => {
  const size = nth(rows, 0).length / heads;
  return rowsOfLength(rows.flat(), rows.length * size).map((part) => rowsOfLength(part, size));
};

const noBias = ({ w, b }: ProjectionOf): ProjectionOf => ({ w, b: b.map(() => 0) });
const turned = ({ w, b }: ProjectionOf): ProjectionOf => ({ w: transposed(w), b });
const each =
  (f: (layer: ProjectionOf) => ProjectionOf) =>
  ({ query, key, value, output }: AttentionWeightsOf): AttentionWeightsOf => ({
    query: f(query),
    key: f(key),
    value: f(value),
    output: f(output),
  });

/** A very negative score in the place of a masked one: a query without a key averages all. */
const veryNegative: Weights = (scores, isOpen) =>
  rightWeights(
    scores.map((row, i) => row.map((s, j) => (isOpen(i, j) ? s : -1e30))),
    () => true,
  );

/** Zero over zero where a query may attend to nothing. */
const notANumber: Weights = (scores, isOpen) =>
  rightWeights(scores, isOpen)?.map((row, i) => (row.some((_, j) => isOpen(i, j)) ? row : row.map(() => Number.NaN)));

const strict = (causal: boolean, i: number, j: number): boolean => !causal || j < i;

export const misconceptions: readonly Misconception<MultiHeadAttention>[] = [
  {
    id: 'multiHeadAttention/scaled-by-model-width',
    title: 'the scores are divided by the root of the whole width',
    hint: 'Each head has products of m/h terms: divide by the square root of m/h, the width of a head.',
    caughtBy: 'two heads of one column',
    implementation: variant({ divisor: (_size, width) => Math.sqrt(width) }),
  },
  {
    id: 'multiHeadAttention/not-scaled',
    title: 'the scores are not divided',
    hint: 'Divide the products of queries and keys by the square root of m/h, the width of a head.',
    caughtBy: 'heads are blocks of columns',
    implementation: variant({ divisor: () => 1 }),
  },
  {
    id: 'multiHeadAttention/heads-interleaved',
    title: 'head i takes the columns i, i + heads, …',
    hint: 'The columns of a head are next to each other: head i has the i-th block of m/h columns.',
    caughtBy: 'heads are blocks of columns',
    implementation: variant({
      columns: (width, heads) =>
        Array.from({ length: heads }, (_, h) => Array.from({ length: width / heads }, (_column, c) => c * heads + h)),
    }),
    // cut apart so, and put side by side
    readings: [
      variant({
        split: (rows, heads) =>
          Array.from({ length: heads }, (_, h) => rows.map((row) => row.filter((_x, c) => c % heads === h))),
        join: (parts) => nth(parts, 0).map((_, i) => parts.flatMap((part) => nth(part, i))),
      }),
    ],
  },
  {
    id: 'multiHeadAttention/single-head',
    title: 'one head over all columns',
    hint: 'Split the columns of Q, K and V into blocks, one for each head: every head has a softmax of its own.',
    caughtBy: 'two heads of one column',
    implementation: variant({ columns: (width) => blocks(width, 1) }),
  },
  {
    id: 'multiHeadAttention/reshaped-without-transpose',
    title: 'the numbers are cut into heads without regard to positions',
    hint: 'Reshape [time, m] to [time, heads, m/heads] and only then bring the heads to the front: a head has some columns of every position.',
    caughtBy: 'the order of the positions is that of the results',
    implementation: variant({
      split: reshaped,
      join: (parts) => rowsOfLength(parts.flat(2), parts.length * nth(nth(parts, 0), 0).length),
    }),
    readings: [
      variant({
        split: reshaped,
        join: (parts) => nth(parts, 0).map((_, i) => parts.flatMap((part) => nth(part, i))),
      }),
    ],
  },
  {
    id: 'multiHeadAttention/causal-ignored',
    title: 'later positions are seen with causal too',
    hint: 'With causal, position i may attend to the positions 0 to i of the context alone.',
    caughtBy: 'causal',
    implementation: variant({ isOpen: () => true }),
  },
  {
    id: 'multiHeadAttention/causal-strict',
    title: 'with causal a position does not attend to its own place',
    hint: 'Position i attends to the positions 0 to i, itself included: mask only j > i.',
    caughtBy: 'causal',
    implementation: variant({ isOpen: strict }),
    readings: [veryNegative, notANumber].map((weights) => variant({ isOpen: strict, weights })),
  },
  {
    id: 'multiHeadAttention/output-missing',
    title: 'what the heads give is not projected',
    hint: 'Multiply the joined result of the heads by the weights of the output, and add its bias.',
    caughtBy: 'biases and the output',
    implementation: variant({ output: (joined) => joined }),
  },
  {
    id: 'multiHeadAttention/bias-ignored',
    title: 'without the biases',
    hint: 'Each of the four projections has a bias: add b after the product with w.',
    caughtBy: 'biases and the output',
    implementation: variant({ projections: each(noBias) }),
    readings: [
      variant({ projections: (weights) => ({ ...weights, output: noBias(weights.output) }) }),
      variant({ projections: (weights) => ({ ...each(noBias)(weights), output: weights.output }) }),
    ],
  },
  {
    id: 'multiHeadAttention/weights-transposed',
    title: 'the weights are transposed',
    hint: 'w[i][j] leads from column i of the input to column j of the projection: x w, not x times its transpose.',
    caughtBy: 'rows of the weights are inputs',
    implementation: variant({ projections: each(turned) }),
    rearranges: (x, context, weights, heads, options) => [x, context, each(turned)(weights), heads, options],
  },
  {
    id: 'multiHeadAttention/context-ignored',
    title: 'keys and values come of x',
    hint: 'Queries come of x, keys and values of the context; only in self-attention are these the same.',
    caughtBy: 'two heads of one column',
    implementation: (x, _context, ...others) => variant({})(x, x, ...others),
    rearranges: (x, _context, ...others) => [x, x, ...others],
  },
];
