import fc from 'fast-check';
import { hiddenDelta as reference } from '../../reference/backprop/hidden-delta.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, law } from '../entry/law.ts';
import { grid, mild, numbers, size, take } from '../inputs/inputs.ts';
import { variedMatrix, variedVector } from '../inputs/varied.ts';
import * as is from '../parameters/parameter.ts';
import { last, nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { misconceptions } from './hidden-delta.misconceptions.ts';

export type HiddenDelta = (deltaNext: Vector, wNext: Matrix, d: Vector) => Vector;

/** Sizes of this layer and of the next; square with and without the row of biases often enough. */
const sizes: fc.Arbitrary<[units: number, next: number]> = fc.oneof(
  { arbitrary: fc.tuple(size(4), size(4)), weight: 3 },
  { arbitrary: fc.integer({ min: 2, max: 4 }).map((n): [number, number] => [n, n]), weight: 1 },
  { arbitrary: fc.integer({ min: 1, max: 3 }).map((n): [number, number] => [n, n + 1]), weight: 1 },
);

const layersOf = (element: fc.Arbitrary<number>): fc.Arbitrary<Parameters<HiddenDelta>> =>
  fc.tuple(sizes, numbers(element, 32)).map(([[units, next], drawn]) => {
    const fill = take(drawn);
    return [fill.vector(next), fill.matrix(units + 1, next), fill.vector(units)];
  });

const layers = layersOf(mild);
/** Numbers on a grid, whose sums and halves round nothing. */
const gridLayers = layersOf(grid);

export const hiddenDelta: Entry<HiddenDelta> = {
  id: 'hiddenDelta',
  lecture: 2,
  title: 'Error signal of a hidden layer',
  latex: String.raw`\delta_i = \Bigl( \sum_{k=1}^{n} w_{ik}\, \delta^{\text{next}}_k \Bigr)\, \sigma'(d_i)`,
  source: ['Rumelhart, Hinton, Williams (1986), Learning representations by back-propagating errors', 'Lecture 2'],
  parameters: { deltaNext: is.vector(), wNext: is.matrix(), d: is.vector() },
  result: is.vector(),

  reference,
  accelerated: () => import('../../accelerated/backprop/hidden-delta.ts'),

  inputs: layers,

  edges: {
    'seven units before six': [variedVector(6), variedMatrix(8, 6, 3), variedVector(7, 5)],
    'one unit before one': [[1.5], [[-2], [0.75]], [0.5]],
    'one unit before three': [
      [1.5, -1, 0.5],
      [
        [-2, 1, 3],
        [0.75, 2, 1],
      ],
      [0.5],
    ],
    'three units before one': [[1.5], [[-2], [0.75], [1], [4]], [0.5, -1, 2]],
    'square without the biases': [
      [1, -0.5],
      [
        [2, 3],
        [-1, 4],
        [5, 6],
      ],
      [1, -2],
    ],
    'square with the biases': [
      [1, -0.5],
      [
        [2, 3],
        [5, 6],
      ],
      [1],
    ],
    'nothing arrives': [
      [0, 0],
      [
        [2, 3],
        [5, 6],
      ],
      [1],
    ],
    saturated: [
      [3, -2],
      [
        [2, 3],
        [-1, 4],
        [5, 6],
      ],
      [9, -9],
    ],
    decimals: [[0.1], [[-0.7], [0.3]], [0.9]],
  },
  illegal: {
    'no row of biases': { args: [[1], [[1]], [0]], names: 'wNext' },
    'a row too many': { args: [[1], [[1], [1], [1]], [0]], names: 'wNext' },
    'a column too few': { args: [[1, 2], [[1], [1]], [0]], names: 'wNext' },
  },
  hardCases: {
    'one unit': (_delta, _w, d) => d.length === 1,
    'one next unit': (delta) => delta.length === 1,
    'square without the biases': (delta, _w, d) => d.length > 1 && d.length === delta.length,
    'square with the biases': (delta, w) => w.length === delta.length,
    'more units than next ones': (delta, _w, d) => d.length > delta.length,
    'more next units than units': (delta, _w, d) => d.length < delta.length,
    'an error signal of 0': (delta) => delta.includes(0),
    'a drive of 0': (_delta, _w, d) => d.includes(0),
    'a drive beyond 4': (_delta, _w, d) => d.some((di) => Math.abs(di) > 4),
  },

  worked: [
    {
      name: 'drives of 0',
      origin: 'by hand: (1/2 - 1/4) / 4 and (2 - 1) / 4; the last row takes no part',
      args: [
        [1, -1],
        [
          [0.5, 0.25],
          [2, 1],
          [7, 9],
        ],
        [0, 0],
      ],
      expected: [0.0625, 0.25],
    },
    {
      name: 'drives of ln 3',
      origin: 'by hand: (2*4 + 1*8) 3/16 and (-1*4 + 3*8) 3/16',
      args: [
        [4, 8],
        [
          [2, 1],
          [-1, 3],
          [100, 100],
        ],
        [Math.log(3), -Math.log(3)],
      ],
      expected: [3, 3.75],
    },
    {
      name: 'one unit before three',
      origin: 'by hand: (1 + 2*2 + 3*3) / 4',
      args: [
        [1, 2, 3],
        [
          [1, 2, 3],
          [9, 9, 9],
        ],
        [0],
      ],
      expected: [3.5],
    },
  ],

  laws: [
    law('it is what a small change of a drive does to what follows', layers, async (hiddenDelta, deltaNext, w, d) => {
      const h = 2 ** -12;
      // The next layer's drives, weighted by their error signals.
      const arriving = d.map((_, i) => deltaNext.map((delta, k) => delta * (w[i]?.[k] ?? 0)));
      const activation = (z: number): number => 1 / (1 + Math.exp(-z));
      const slopes = d.map((z, i) => {
        const rise = activation(z + h) - activation(z - h);
        return arriving[i]?.reduce((sum, x) => sum + (x * rise) / (2 * h), 0) ?? Number.NaN;
      });
      // The third derivative of the sigmoid is at most 1/8; its rounding is divided by h.
      const perUnit = (h * h) / 48 + 2 ** -50 / h;
      const truncation = arriving.map((terms) => perUnit * terms.reduce((sum, x) => sum + Math.abs(x), 0));
      expectClose(await hiddenDelta(deltaNext, w, d), slopes, hiddenDelta.allowed(deltaNext, w, d), truncation);
    }),
    law(
      'the biases of the next layer change nothing',
      fc.tuple(layers, numbers(mild, 4)),
      async (hiddenDelta, [deltaNext, w, d], drawn) => {
        const others = w.with(-1, take(drawn).vector(deltaNext.length));
        const allowed = hiddenDelta.allowed(deltaNext, w, d);
        expectClose(await hiddenDelta(deltaNext, others, d), await hiddenDelta(deltaNext, w, d), allowed, allowed);
      },
    ),
    law('a drive and its negative count alike', layers, async (hiddenDelta, deltaNext, w, d) => {
      const turned = d.map((z) => 0 - z);
      const allowed = hiddenDelta.allowed(deltaNext, w, d);
      expectClose(await hiddenDelta(deltaNext, w, turned), await hiddenDelta(deltaNext, w, d), allowed, allowed);
    }),
    law(
      'error signals of the next layer add up',
      fc.tuple(gridLayers, numbers(grid, 4)),
      async (hiddenDelta, [deltaNext, w, d], drawn) => {
        const more = take(drawn).vector(deltaNext.length);
        const both = deltaNext.map((delta, k) => delta + nth(more, k));
        const [one, other] = [await hiddenDelta(deltaNext, w, d), await hiddenDelta(more, w, d)];
        expectClose(
          await hiddenDelta(both, w, d),
          one.map((delta, i) => delta + nth(other, i)),
          hiddenDelta.allowed(both, w, d),
          hiddenDelta.allowed(deltaNext, w, d),
          hiddenDelta.allowed(more, w, d),
          one.map((delta, i) => 2 ** -53 * (Math.abs(delta) + Math.abs(nth(other, i)))),
        );
      },
    ),
    law('a unit does not depend on the others of its layer', layers, async (hiddenDelta, deltaNext, w, d) => {
      const together = await hiddenDelta(deltaNext, w, d);
      for (const [i, delta] of together.entries()) {
        const alone: Parameters<HiddenDelta> = [deltaNext, [nth(w, i), last(w)], [nth(d, i)]];
        const allowed = hiddenDelta.allowed(...alone);
        expectClose(await hiddenDelta(...alone), [delta], allowed, allowed);
      }
    }),
  ],

  misconceptions,

  rounding: (r, deltaNext, wNext, d) =>
    d.map((di, i) => r.multiply(r.dot(nth(wNext, i), deltaNext), r.multiply(r.sigmoid(di), r.sigmoid(r.negate(di))))),
};
