import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { VectorQuantize } from './vector-quantize.ts';

export const squaredDistance = (x: Vector, code: Vector): number =>
  total(x.map((xi, d) => (xi - nth(code, d)) * (xi - nth(code, d))));

/** The form that gives each row the first code of the least cost. */
const byCost =
  (cost: (x: Vector, code: Vector) => number): VectorQuantize =>
  (x, codebook) => {
    const indices = x.map((row) => {
      const costs = codebook.map((code) => cost(row, code));
      return costs.indexOf(Math.min(...costs));
    });
    return { indices, quantized: indices.map((k) => [...nth(codebook, k)]) };
  };

/** The right one, over plain arrays. */
export const plainVectorQuantize = byCost(squaredDistance);

const backwards = (matrix: Matrix): Matrix => [...matrix].reverse();

export const misconceptions: readonly Misconception<VectorQuantize>[] = [
  {
    id: 'vectorQuantize/last-of-ties',
    title: 'the last of equally near codes',
    hint: 'If several codes are equally near, take the first: replace the best one only by a nearer one.',
    caughtBy: 'halfway between two codes',
    implementation: (x, codebook) => {
      const { indices, quantized } = plainVectorQuantize(x, backwards(codebook));
      return { indices: indices.map((k) => codebook.length - 1 - k), quantized };
    },
  },
  {
    id: 'vectorQuantize/largest-product',
    title: 'the code with the largest inner product',
    hint: 'Nearest is meant by the distance: a long code has a large product with many rows.',
    caughtBy: 'a code is its own nearest',
    implementation: byCost((x, code) => -total(x.map((xi, d) => xi * nth(code, d)))),
  },
  {
    id: 'vectorQuantize/absolute-distance',
    title: 'the sum of the absolute differences',
    hint: 'The distance is the Euclidean one: square the differences.',
    caughtBy: 'one far entry against two near ones',
    implementation: byCost((x, code) => total(x.map((xi, d) => Math.abs(xi - nth(code, d))))),
  },
  {
    id: 'vectorQuantize/farthest',
    title: 'the code that is farthest away',
    hint: 'Take the least of the distances.',
    caughtBy: 'a code is its own nearest',
    implementation: byCost((x, code) => -squaredDistance(x, code)),
  },
  {
    id: 'vectorQuantize/one-based',
    title: 'the indices begin at 1',
    hint: 'The first code has the index 0.',
    caughtBy: 'halfway between two codes',
    implementation: (x, codebook) => {
      const { indices, quantized } = plainVectorQuantize(x, codebook);
      return { indices: indices.map((k) => k + 1), quantized };
    },
  },
];
