import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { HiddenDelta } from './hidden-delta.ts';

const s = (z: number): number => 1 / (1 + Math.exp(-z));
const slope = (z: number): number => s(z) * (1 - s(z));
const at = (w: Matrix, i: number, k: number): number => nth(nth(w, i), k);
const arriving = (deltaNext: Vector, weightTo: (k: number) => number): number =>
  deltaNext.reduce((sum, delta, k) => sum + delta * weightTo(k), 0);

/** Right error signals, from which a unit is dropped. */
const right = (deltaNext: Vector, w: Matrix, d: Vector): Vector =>
  d.map((z, i) => arriving(deltaNext, (k) => at(w, i, k)) * slope(z));

/** The error signals with the rows and columns of the weights exchanged. */
const transposed = (deltaNext: Vector, w: Matrix, d: Vector): Vector =>
  d.map((z, i) => arriving(deltaNext, (k) => at(w, k, i)) * slope(z));

export const misconceptions: readonly Misconception<HiddenDelta>[] = [
  {
    id: 'hiddenDelta/bias-row-first',
    title: 'the first row of the weights is left out as the biases, instead of the last',
    hint: 'The biases are the last row of wNext: the weights of your first unit are in row 0.',
    caughtBy: 'the biases of the next layer change nothing',
    rearranges: (deltaNext, w, d) => [deltaNext, [...w.slice(1), nth(w, 0)], d],
    implementation: (deltaNext, w, d) => d.map((z, i) => arriving(deltaNext, (k) => at(w, i + 1, k)) * slope(z)),
  },
  {
    id: 'hiddenDelta/weights-transposed',
    title: 'rows and columns of the weights exchanged',
    hint: 'wNext[i][k] leads from unit i of this layer to unit k of the next: sum along a row, over k.',
    caughtBy: 'square without the biases',
    rearranges: (deltaNext, w, d) =>
      d.length <= deltaNext.length && deltaNext.length <= w.length
        ? [deltaNext, [...d.map((_, i) => deltaNext.map((_delta, k) => at(w, k, i))), deltaNext.map(() => 0)], d]
        : undefined,
    implementation: (deltaNext, w, d) =>
      d.length <= deltaNext.length && deltaNext.length <= w.length ? transposed(deltaNext, w, d) : undefined,
    readings: [
      (deltaNext, w, d) => (d.length === deltaNext.length ? transposed(deltaNext, w, d) : undefined),
      // square with the biases
      (deltaNext, w, d) => (w.length === deltaNext.length ? transposed(deltaNext, w, d) : undefined),
    ],
  },
  {
    id: 'hiddenDelta/derivative-missing',
    title: 'the derivative of the sigmoid is missing',
    hint: 'What comes back reaches the activation; the chain rule takes it on to the drive. Which factor is that?',
    caughtBy: 'drives of 0',
    implementation: (deltaNext, w, d) => d.map((_, i) => arriving(deltaNext, (k) => at(w, i, k))),
  },
  {
    id: 'hiddenDelta/derivative-at-activation',
    title: "the derivative of the sigmoid is taken at the activation, s'(s(d))",
    hint: 'd holds drives. In s(1 - s) the sigmoid has been applied to them exactly once, not twice.',
    caughtBy: 'drives of 0',
    implementation: (deltaNext, w, d) => d.map((z, i) => arriving(deltaNext, (k) => at(w, i, k)) * slope(s(z))),
  },
  {
    id: 'hiddenDelta/row-dropped',
    title: 'a unit has no error signal: one row of the weights too many is left out',
    hint: 'wNext has one row more than this layer has units, the biases in the last: leave out that one alone, so that each unit has its error signal.',
    caughtBy: 'drives of 0',
    implementation: (deltaNext, w, d) => right(deltaNext, w, d).slice(0, -1),
    readings: [
      (deltaNext, w, d) => right(deltaNext, w, d).slice(1),
      (deltaNext, w, d) => [...right(deltaNext, w, d).slice(0, -1), 0],
      (deltaNext, w, d) => [0, ...right(deltaNext, w, d).slice(1)],
    ],
  },
];
