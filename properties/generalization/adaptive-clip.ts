import fc from 'fast-check';
import { adaptiveClipGradient, adaptiveClip as reference } from '../../reference/generalization/adaptive-clip.ts';
import type { Entry } from '../entry/entry.ts';
import { expectClose, expectThat, law } from '../entry/law.ts';
import { given, numbers, size, take } from '../inputs/inputs.ts';
import { completeOptions } from '../parameters/completed.ts';
import { drawnOptions } from '../parameters/drawn-options.ts';
import type { OptionsOf } from '../parameters/parameter.ts';
import * as is from '../parameters/parameter.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import { edges, extremeEdges, worked } from './adaptive-clip.cases.ts';
import { misconceptions } from './adaptive-clip.misconceptions.ts';
import { lengthOf, roundedClip, roundedNorm } from './shared/norms.ts';

const parameters = {
  w: is.matrix(),
  gradient: is.matrix(),
  options: is.options({
    clipping: is.number({ least: 0, default: 0.01, drawn: [0.125, 0.25, 0.5, 1, 2] }),
    epsilon: is.number({ above: 0, default: 1e-3, drawn: [0.0625, 0.25, 1, 4] }),
  }),
};

export type Options = OptionsOf<typeof parameters.options>;
export type AdaptiveClip = (w: Matrix, gradient: Matrix, options?: Options) => Matrix;
type Arguments = Parameters<AdaptiveClip>;

const isZero = (column: Vector): boolean => column.every((x) => x === 0);

/** No column of the gradient is all zeros; those of the weights may be, and are in some. */
const inputs: fc.Arbitrary<Arguments> = fc
  .tuple(
    size(4),
    size(4),
    numbers(),
    fc.constantFrom(1, 1, 1 / 16, 1 / 256),
    fc.nat(7),
    drawnOptions(parameters.options),
  )
  .map(([m, n, drawn, shrunk, zeroed, options]) => {
    const fill = take(drawn);
    const w = fill.matrix(m, n).map((row) => row.map((x, j) => (j === zeroed ? 0 : x)));
    const gradient = fill.matrix(m, n).map((row) => row.map((x) => x * shrunk));
    const columns = transposed(gradient);
    const mended = gradient.map((row, i) => row.map((g, j) => (i === 0 && isZero(nth(columns, j)) ? 1 : g)));
    return given(w, mended, options);
  });
const extreme = fc
  .tuple(inputs, fc.boolean())
  .map(
    ([[w, g, ...rest], all]): Arguments => [w, g.map((row) => row.map((x, j) => (all || j === 0 ? 0 : x))), ...rest],
  );

/** Norms that a step of central differences neither brings to a kink nor to 0. */
const smooth = inputs.filter(([w, gradient, options]) => {
  const { clipping, epsilon } = completeOptions(parameters.options, options);
  return transposed(w).every((wj, j) => {
    const [own, length] = [lengthOf(wj), lengthOf(columnOf(gradient, j))];
    const limit = clipping * Math.max(own, epsilon);
    const clearOfEpsilon = Math.abs(own - epsilon) > 1 / 8 && (own < epsilon || own > 0.5);
    return clearOfEpsilon && Math.abs(length - limit) > 1 / 8 && (length < limit || length > 0.5);
  });
});

export const adaptiveClip: Entry<AdaptiveClip> = {
  id: 'adaptiveClip',
  lecture: 6,
  title: 'Adaptive gradient clipping',
  latex: String.raw`y_j = g_j \min\left(1, \frac{\lambda \max(\lVert w_j \rVert, \epsilon)}{\lVert g_j \rVert}\right)`,
  source: [
    'Brock, De, Smith, Simonyan (2021), High-Performance Large-Scale Image Recognition Without Normalization, section 4',
    'Lecture 6',
  ],
  parameters,
  result: is.matrix(),

  reference,
  accelerated: () => import('../../accelerated/generalization/adaptive-clip.ts'),
  gradient: {
    wrt: ['w', 'gradient'],
    reference: adaptiveClipGradient,
    inputs: smooth,
    kinks: {
      'exactly at the limit': 'at the limit the slope changes, and is taken as that of a shorter gradient',
      'weights of exactly epsilon': 'where both are equal the slope changes, and is taken as that of epsilon',
    },
  },

  inputs,
  extreme,

  edges,
  extremeEdges,
  illegal: {
    'a gradient of another shape': { args: [[[1, 2]], [[1], [2]]], names: 'gradient' },
    'a gradient of fewer columns': { args: [[[1, 2]], [[1]]], names: 'gradient' },
    'a gradient of more rows': { args: [[[1]], [[1], [2]]], names: 'gradient' },
  },
  hardCases: {
    'one unit': (w) => w[0]?.length === 1,
    'one weight per unit': (w) => w.length === 1 && (w[0]?.length ?? 0) > 1,
    'not square, neither 1': (w) => w.length > 1 && (w[0]?.length ?? 0) > 1 && w.length !== w[0]?.length,
    'square above 1': (w) => w.length > 1 && w.length === w[0]?.length,
    'units that are clipped and units that are not': (w, gradient, options) => {
      const kinds = new Set(unitsOf(w, gradient, options).map(({ length, limit }) => length > limit));
      return kinds.size === 2;
    },
    'nothing to clip': (w, gradient, options) =>
      unitsOf(w, gradient, options).every(({ length, limit }) => length <= limit),
    'weights shorter than epsilon, clipped': (w, gradient, options) =>
      unitsOf(w, gradient, options).some(({ own, epsilon, length, limit }) => own < epsilon && length > limit),
    'weights of 0': (w) => transposed(w).some(isZero),
  },

  worked,

  laws: [
    law('no unit is longer than its limit', fc.tuple(inputs), async (clip, drawn) => {
      const [w, gradient, options] = drawn;
      const [y, allowed] = [await clip(...drawn), clip.allowed(...drawn)];
      for (const [j, { limit }] of unitsOf(w, gradient, options).entries()) {
        const length = lengthOf(columnOf(y, j));
        const error = lengthOf(columnOf(allowed, j)) + 2 ** -48 * limit;
        expectThat(length <= limit + error, `unit ${j} has a norm of ${length}, limit ${limit}`);
      }
    }),
    law('a longer unit is brought to its limit and keeps its direction', fc.tuple(inputs), async (clip, drawn) => {
      const [w, gradient, options] = drawn;
      const [y, allowed] = [await clip(...drawn), clip.allowed(...drawn)];
      for (const [j, { limit, length }] of unitsOf(w, gradient, options).entries()) {
        if (length <= limit) continue;
        expectClose(
          columnOf(y, j),
          columnOf(gradient, j).map((g) => (g / length) * limit),
          columnOf(allowed, j),
          2 ** -48 * limit,
        );
      }
    }),
    law('each unit is clipped by itself', fc.tuple(inputs), async (clip, drawn) => {
      const [w, gradient, options] = drawn;
      const y = await clip(...drawn);
      for (const j of transposed(w).keys()) {
        const alone: Arguments = given(
          columnOf(w, j).map((x) => [x]),
          columnOf(gradient, j).map((x) => [x]),
          options,
        );
        const allowed = clip.allowed(...alone);
        expectClose(
          await clip(...alone),
          columnOf(y, j).map((x) => [x]),
          allowed,
          allowed,
        );
      }
    }),
    law('a gradient within the limits stays', fc.tuple(inputs), async (clip, [w, gradient]) => {
      const longest = Math.max(...transposed(gradient).map(lengthOf));
      const options = { clipping: 2, epsilon: Math.fround(longest) };
      expectClose(await clip(w, gradient, options), gradient, clip.allowed(w, gradient, options));
    }),
    law('weights and gradient twice as large give twice the result', fc.tuple(inputs), async (clip, drawn) => {
      const [w, gradient, options] = drawn;
      const chosen = completeOptions(parameters.options, options);
      const twice = (matrix: Matrix): Matrix => matrix.map((row) => row.map((x) => 2 * x));
      const doubled: Arguments = [twice(w), twice(gradient), { ...chosen, epsilon: 2 * chosen.epsilon }];
      expectClose(
        await clip(...doubled),
        twice(await clip(...drawn)),
        clip.allowed(...doubled),
        twice(clip.allowed(...drawn)),
      );
    }),
  ],

  misconceptions,

  rounding: (r, w, gradient, { clipping, epsilon }) => {
    const columns = transposed(gradient).map((g, j) => {
      const own = roundedNorm(r, columnOf(w, j));
      const limit = r.multiply(clipping, r.max([epsilon, own]));
      return roundedClip(r, g, roundedNorm(r, g), limit);
    });
    return transposed(columns);
  },
};

function columnOf<T>(matrix: readonly (readonly T[])[], j: number): T[] {
  return matrix.map((row) => nth(row, j));
}

/** Of each unit the norms of its weights and its gradient, and what the latter may be. */
function unitsOf(
  w: Matrix,
  gradient: Matrix,
  options?: Options,
): { own: number; length: number; limit: number; epsilon: number }[] {
  const { clipping, epsilon } = completeOptions(parameters.options, options);
  return transposed(w).map((wj, j) => {
    const own = lengthOf(wj);
    return { own, length: lengthOf(columnOf(gradient, j)), limit: clipping * Math.max(own, epsilon), epsilon };
  });
}
