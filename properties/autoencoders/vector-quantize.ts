import fc from 'fast-check';
import { vectorQuantize as reference, vectorQuantizeGradient } from '../../reference/autoencoders/vector-quantize.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { numbers, size, take } from '../inputs/inputs.ts';
import { sampleIndependence } from '../laws/sample-independence.ts';
import * as is from '../parameters/parameter.ts';
import { isExactDot } from '../perceptron/shared/exact-sum.ts';
import type { Rounded, Rounding } from '../rounding/rounding.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { roundedFirstLargest, roundedIndex, roundedStraightThrough } from './shared/rounded-first-largest.ts';
import { misconceptions, plainVectorQuantize, squaredDistance } from './vector-quantize.misconceptions.ts';

export type VectorQuantize = (x: Matrix, codebook: Matrix) => { indices: Vector; quantized: Matrix };

type Pair = Parameters<VectorQuantize>;

const pairsOf = (element?: fc.Arbitrary<number>): fc.Arbitrary<Pair> =>
  fc.tuple(size(4), size(5), size(3), numbers(element, 29)).map(([n, k, d, drawn]) => {
    const { matrix } = take(drawn);
    return [matrix(n, d), matrix(k, d)];
  });

/** Whole numbers of few sizes: many rows are equally near to several codes. */
const coarse = pairsOf(fc.integer({ min: -2, max: 2 }));
const pairs = fc.oneof(pairsOf(), coarse);

const ties = (row: Vector, codebook: Matrix): number => {
  const distances = codebook.map((code) => squaredDistance(row, code));
  return distances.filter((distance) => distance === Math.min(...distances)).length;
};

export const vectorQuantize: Entry<VectorQuantize> = {
  id: 'vectorQuantize',
  lecture: 8,
  title: 'Vector quantization',
  latex: String.raw`i_n = \arg\min_k \sum_{d=1}^{D} (x_{nd} - e_{kd})^2, \qquad q_n = e_{i_n}`,
  source: [
    'van den Oord, Vinyals, Kavukcuoglu (2017), Neural Discrete Representation Learning, section 3.1',
    'Lecture 8',
  ],
  parameters: { x: is.matrix(), codebook: is.matrix() },
  result: is.record({ indices: is.vector(), quantized: is.matrix() }),

  reference,
  accelerated: () => import('../../accelerated/autoencoders/vector-quantize.ts'),
  gradient: {
    wrt: ['x'],
    reference: vectorQuantizeGradient,
    // x + (e - x), where the bracket stays what it is
    surrogate: (x, codebook) => {
      const { indices, quantized } = plainVectorQuantize(x, codebook);
      return (moved) => ({
        indices,
        quantized: quantized.map((row, n) => row.map((q, d) => q + (nth(nth(moved, n), d) - nth(nth(x, n), d)))),
      });
    },
  },

  inputs: pairs,

  edges: {
    'two codes': [
      [
        [0.25, 0.5],
        [2, -1],
      ],
      [
        [0, 0],
        [1.5, -1],
      ],
    ],
    'far in one entry, or nearer in both': [
      [[0, 0]],
      [
        [2, 0],
        [1.25, 1.25],
      ],
    ],
    'one code': [[[3], [-1]], [[0.5]]],
    'halfway between two codes': [
      [[1], [-1]],
      [[0], [2], [-2]],
    ],
    'the same code twice': [
      [[0.1, 0.7]],
      [
        [5, 5],
        [0.3, 0.9],
        [0.3, 0.9],
      ],
    ],
    'a row that is a code': [
      [[0.1, -0.7]],
      [
        [1, 1],
        [0.1, -0.7],
      ],
    ],
    'one entry': [
      [[0.5], [1.75], [3]],
      [[2], [1], [0]],
    ],
  },
  illegal: {
    'codes of another length': { args: [[[1, 2]], [[1], [2]]], names: 'codebook' },
    'a row that is not finite': { args: [[[Number.NaN]], [[1]]], names: 'x' },
    'a code that is not finite': { args: [[[1]], [[Infinity]]], names: 'codebook' },
  },
  hardCases: {
    'batch 1': (x) => x.length === 1,
    'one code': (_x, codebook) => codebook.length === 1,
    'more codes than rows': (x, codebook) => codebook.length > x.length,
    'one entry': (x) => x[0]?.length === 1,
    'a tie of nearest codes': (x, codebook) => x.some((row) => ties(row, codebook) > 1),
    'no tie, above 1 code': (x, codebook) => codebook.length > 1 && x.every((row) => ties(row, codebook) === 1),
    'a code that no row takes': (x, codebook) =>
      new Set(plainVectorQuantize(x, codebook).indices).size < codebook.length,
    'codes that differ among the rows': (x, codebook) => new Set(plainVectorQuantize(x, codebook).indices).size > 1,
  },

  worked: [
    {
      name: 'halfway between two codes',
      origin: 'by hand: 1 from 4 and from 2 is 3 and 1, from 0 is 1 as well; 3 from 4 and from 2 is 1',
      args: [
        [[1], [3]],
        [[4], [2], [0]],
      ],
      expected: { indices: [1, 0], quantized: [[2], [4]] },
    },
    {
      name: 'one far entry against two near ones',
      origin: 'by hand: squares 9 and 4 + 4, though 3 is less than 2 + 2',
      args: [
        [[0, 0]],
        [
          [3, 0],
          [2, 2],
        ],
      ],
      expected: { indices: [1], quantized: [[2, 2]] },
    },
  ],

  laws: [
    law('each row becomes the code that its index names', fc.tuple(pairs), async (quantize, [x, codebook]) => {
      const { indices, quantized } = await quantize(x, codebook);
      expectClose(
        quantized,
        indices.map((k) => nth(codebook, k)),
        0,
      );
    }),
    law('of the codes that are nearest it is the first', fc.tuple(coarse), async (quantize, [x, codebook]) => {
      const { indices } = await quantize(x, codebook);
      for (const [n, row] of x.entries()) {
        const own = squaredDistance(row, nth(codebook, nth(indices, n)));
        for (const [k, code] of codebook.entries()) {
          const distance = squaredDistance(row, code);
          const isFarther = k < nth(indices, n) ? distance > own : distance >= own;
          expectThat(isFarther, `row ${n} got code ${indices[n]} at ${own}, code ${k} is at ${distance}`);
        }
      }
    }),
    law('a code is its own nearest', fc.tuple(pairs), async (quantize, [, codebook]) => {
      const { quantized } = await quantize(codebook, codebook);
      expectClose(quantized, codebook, 0);
    }),
    law('quantizing again changes nothing', fc.tuple(pairs), async (quantize, [x, codebook]) => {
      const { quantized } = await quantize(x, codebook);
      expectClose((await quantize(quantized, codebook)).quantized, quantized, 0);
    }),
    law(
      'rows and codes may move together',
      fc.tuple(coarse, fc.integer({ min: -4, max: 4 })),
      async (quantize, [x, codebook], shift) => {
        const moved = (matrix: Matrix): Matrix => matrix.map((row) => row.map((value) => value + shift));
        const there = await quantize(moved(x), moved(codebook));
        const { indices, quantized } = await quantize(x, codebook);
        expectClose(there, { indices, quantized: moved(quantized) }, 0);
      },
    ),
    sampleIndependence<VectorQuantize>(pairs),
  ],

  misconceptions,

  rounding: (r, x, codebook) => {
    const rows = x.map((row) => {
      const differences = codebook.map((code) => row.map((xi, d) => r.subtract(xi, nth(code, d))));
      const distances = differences.map((apart) => r.sum(apart.map((difference) => r.square(difference))));
      const exact = differences.map((apart, k) => isExact(r, row, nth(codebook, k), apart));
      const same = (j: number, k: number): boolean =>
        nth(codebook, j).every(({ value }, d) => value === nth(nth(codebook, k), d).value);
      const tied = (j: number, k: number): boolean =>
        same(j, k) || (nth(exact, j) && nth(exact, k) && nth(distances, j).value === nth(distances, k).value);
      const oneHot = roundedFirstLargest(
        r,
        distances.map((distance) => r.negate(distance)),
        tied,
      );
      const index = roundedIndex(r, oneHot);
      const code = nth(codebook, index.value);
      const quantized = row.map((xi, d) => {
        const entry = nth(code, d);
        return roundedStraightThrough(r, xi, index.error > 0 ? r.known(entry.value, Infinity) : entry);
      });
      return { index, quantized };
    });
    return { indices: rows.map(({ index }) => index), quantized: rows.map(({ quantized }) => quantized) };
  },
};

/** Whether a squared distance rounds nothing, by differences or by products, in any order. */
function isExact(r: Rounding, row: readonly Rounded[], code: readonly Rounded[], apart: readonly Rounded[]): boolean {
  const values = [...row, ...code, ...apart].map(({ value }) => value);
  return [...row, ...code].every(({ error }) => error === 0) && isExactDot(values, values, r.format.unit);
}
