import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { transposed } from '../values/transposed.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { AdaptiveClip } from './adaptive-clip.ts';
import { lengthOf } from './shared/norms.ts';

type Limit = (own: number, epsilon: number) => number;

const larger: Limit = Math.max;

/** Each row of a gradient clipped by the norm of the same row of the weights. */
const byRows = (w: Matrix, gradient: Matrix, clipping: number, epsilon: number, most = larger): Matrix =>
  gradient.map((g, i) => clipped(g, clipping * most(lengthOf(nth(w, i)), epsilon)));

function clipped(g: Vector, limit: number): Vector {
  const length = lengthOf(g);
  return length > limit ? g.map((x) => (x / length) * limit) : g;
}

export const misconceptions: readonly Misconception<AdaptiveClip>[] = [
  {
    id: 'adaptiveClip/over-rows',
    title: 'the norms of the rows in place of the columns',
    hint: 'A unit has its weights in a column: take the norms down each column, over the rows.',
    caughtBy: 'each unit is clipped by itself',
    implementation: (w, gradient, { clipping, epsilon }) => byRows(w, gradient, clipping, epsilon),
  },
  {
    id: 'adaptiveClip/whole-matrix',
    title: 'the norms of the whole matrices',
    hint: 'Each unit, a column, has norms and a limit of its own: do not take those of the whole matrix.',
    caughtBy: 'each unit is clipped by itself',
    implementation: (w, gradient, { clipping, epsilon }) => {
      const [length, limit] = [lengthOf(gradient.flat()), clipping * Math.max(lengthOf(w.flat()), epsilon)];
      return length > limit ? gradient.map((row) => row.map((x) => (x / length) * limit)) : gradient;
    },
  },
  {
    id: 'adaptiveClip/epsilon-missing',
    title: 'weights shorter than epsilon count with their own norm',
    hint: 'The norm of the weights counts as at least epsilon, or else weights of 0 could never move: take the larger of both.',
    caughtBy: 'epsilon in place of weights of 0',
    implementation: (w, gradient, { clipping }) =>
      transposed(byRows(transposed(w), transposed(gradient), clipping, 0, (own) => own)),
  },
  {
    id: 'adaptiveClip/ratio-inverted',
    title: 'multiplied by the norm over the limit',
    hint: 'The gradient must become shorter: multiply it by the limit over its norm, not by the norm over the limit.',
    caughtBy: 'no unit is longer than its limit',
    implementation: (w, gradient, { clipping, epsilon }) =>
      transposed(
        transposed(gradient).map((g, j) => {
          const limit = clipping * Math.max(lengthOf(w.map((row) => nth(row, j))), epsilon);
          const length = lengthOf(g);
          return length > limit ? g.map((x) => x * (length / limit)) : g;
        }),
      ),
  },
];
