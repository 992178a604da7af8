import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix, Value, Vector } from '../values/value.ts';
import type { BiasGradient } from './bias-gradient.ts';

const sum = (xs: Vector): number => xs.reduce((a, b) => a + b, 0);
const columns = (m: Matrix): Matrix => nth(m, 0).map((_, j) => m.map((row) => nth(row, j)));

/** What is made of one number for all units: the number itself, an array of it alone, or as many as there are units. */
const SHAPES: readonly ((all: number, units: number) => Value)[] = [
  (all) => all,
  (all) => [all],
  (all) => [[all]],
  (all, units) => Array.from({ length: units }, () => all),
];

type Reduce = (all: number, rows: number, columns: number, reduction: 'mean' | 'sum') => number;

/** What is made of the sum of all elements; a reduction that is not looked at comes last. */
const REDUCTIONS: readonly Reduce[] = [
  (all, rows, _, reduction) => (reduction === 'mean' ? all / rows : all),
  (all, rows, columns, reduction) => (reduction === 'mean' ? all / (rows * columns) : all),
  (all, rows) => all / rows,
  (all) => all,
];

const everything =
  (shaped: (all: number, units: number) => Value, reduce: Reduce): WrongForm<BiasGradient> =>
  (deltas, reduction) => {
    const units = nth(deltas, 0).length;
    // A number is no vector, which is what is wrong with it.
    return shaped(reduce(sum(deltas.map(sum)), deltas.length, units, reduction), units) as Vector;
  };

export const misconceptions: readonly Misconception<BiasGradient>[] = [
  {
    id: 'biasGradient/summed',
    title: 'summed over the batch, never averaged',
    hint: "With 'mean', the default, the sum over the samples is divided by their number.",
    caughtBy: 'two samples',
    rearranges: (deltas) => [deltas, 'sum'],
    implementation: (deltas) => columns(deltas).map(sum),
  },
  {
    id: 'biasGradient/over-units',
    title: 'summed or averaged over the units of a sample',
    hint: 'Each unit has a bias of its own: the result has one entry per column, summed down the rows.',
    caughtBy: 'three samples, summed',
    implementation: (deltas, reduction) => deltas.map((row) => sum(row) / (reduction === 'mean' ? row.length : 1)),
    readings: [(deltas, reduction) => deltas.map((row) => sum(row) / (reduction === 'mean' ? deltas.length : 1))],
    // Where the shape is the same, the values show along which axis they were summed.
    clearOn: (deltas) => deltas.length > 1 && deltas.length === deltas[0]?.length,
  },
  {
    id: 'biasGradient/over-everything',
    title: 'one number for all units: summed over the samples and the units',
    hint: 'Each unit has a bias of its own: sum down each column alone, over the samples, so that there is one entry per unit.',
    caughtBy: 'three samples, summed',
    implementation: everything(nth(SHAPES, 0), nth(REDUCTIONS, 0)),
    readings: SHAPES.flatMap((shape) => REDUCTIONS.map((reduce) => everything(shape, reduce))).slice(1),
    clearOn: (deltas) => deltas.length > 1,
  },
];
