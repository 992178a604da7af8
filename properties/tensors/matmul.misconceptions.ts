import type { Misconception } from '../entry/entry.ts';
import { itemAt, shapeOfNest } from '../values/nest.ts';
import { nth } from '../values/nth.ts';
import type { Tensor } from '../values/value.ts';
import type { Matmul } from './matmul.ts';
import { broadcast, commonShape, writtenOut } from './shared/broadcasting.ts';
import { exchanged, matmulNests } from './shared/matrices.ts';

const dot = (xs: number[], ys: number[]): number => xs.reduce((sum, x, k) => sum + x * nth(ys, k), 0);
const product = (a: Tensor, b: Tensor): Tensor => matmulNests(a, b, dot);

/** The factors as the options ask for them. */
const factors = (a: Tensor, b: Tensor, options: { transposeA: boolean; transposeB: boolean }): [Tensor, Tensor] => [
  options.transposeA ? exchanged(a) : a,
  options.transposeB ? exchanged(b) : b,
];

export const misconceptions: readonly Misconception<Matmul>[] = [
  {
    id: 'matmul/elementwise',
    title: 'elements at the same place are multiplied',
    hint: 'Each element of the product is the sum over k of a[i][k] b[k][j]: a row of a with a column of b.',
    caughtBy: 'two square matrices',
    implementation: (a, b, options) => {
      const [left, right] = factors(a, b, options);
      return elementwise(left, right);
    },
    // of the factors as they are given
    readings: [(a, b) => elementwise(a, b)],
  },
  {
    id: 'matmul/operands-swapped',
    title: 'b times a',
    hint: 'The order matters: the rows are those of a, the columns those of b.',
    caughtBy: 'two square matrices',
    implementation: (a, b, options) => {
      const [left, right] = factors(a, b, options);
      const sizes = new Set([...shapeOfNest(left).slice(-2), ...shapeOfNest(right).slice(-2)]);
      return sizes.size === 1 ? product(right, left) : undefined;
    },
  },
  {
    id: 'matmul/transpose-ignored',
    title: 'transposeA and transposeB are not read',
    hint: 'Where an option says so, exchange the last two axes of that factor before you multiply.',
    caughtBy: ['the second transposed', 'both transposed'],
    implementation: (a, b) => productIfLegal(a, b),
    // one of the two
    readings: [
      (a, b, { transposeB }) => productIfLegal(...factors(a, b, { transposeA: false, transposeB })),
      (a, b, { transposeA }) => productIfLegal(...factors(a, b, { transposeA, transposeB: false })),
    ],
  },
  {
    id: 'matmul/first-matrix-only',
    title: 'one matrix of a batch serves for all of them',
    hint: 'Each matrix of a batch goes with the one at its place in the other batch; take it anew for each.',
    caughtBy: 'two batches',
    implementation: (a, b, options) => repeatedFirst(...factors(a, b, options), true, true),
    readings: [
      (a, b, options) => repeatedFirst(...factors(a, b, options), true, false),
      (a, b, options) => repeatedFirst(...factors(a, b, options), false, true),
      // with the batch of the other factor alone, or without one
      (a, b, options) => product(...withFirst(...factors(a, b, options), true, false)),
      (a, b, options) => product(...withFirst(...factors(a, b, options), false, true)),
      (a, b, options) => product(...withFirst(...factors(a, b, options), true, true)),
    ],
  },
];

/** Element by element; undefined where the shapes differ. */
function elementwise(a: Tensor, b: Tensor): Tensor | undefined {
  return String(shapeOfNest(a)) === String(shapeOfNest(b)) ? broadcast(a, b, (x, y) => x * y) : undefined;
}

/** Undefined where the inner sizes differ. */
function productIfLegal(a: Tensor, b: Tensor): Tensor | undefined {
  return shapeOfNest(a).at(-1) === shapeOfNest(b).at(-2) ? product(a, b) : undefined;
}

function firstOf(x: Tensor): Tensor {
  return itemAt(x, Array<number>(shapeOfNest(x).length - 2).fill(0));
}

/** Factors, one or both of which are the first matrix of their batch. */
function withFirst(a: Tensor, b: Tensor, ofA: boolean, ofB: boolean): [Tensor, Tensor] {
  return [ofA ? firstOf(a) : a, ofB ? firstOf(b) : b];
}

/** The first matrix of a batch in the place of all. */
function repeatedFirst(a: Tensor, b: Tensor, ofA: boolean, ofB: boolean): Tensor {
  const [m, n] = [shapeOfNest(a), shapeOfNest(b)];
  const batch = commonShape(m.slice(0, -2), n.slice(0, -2));
  const wide = (x: Tensor): Tensor => writtenOut(x, [...batch, ...shapeOfNest(x).slice(-2)]);
  return product(ofA ? wide(firstOf(a)) : wide(a), ofB ? firstOf(b) : b);
}
