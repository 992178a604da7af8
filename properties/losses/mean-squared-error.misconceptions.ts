import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Matrix } from '../values/value.ts';
import type { MeanSquaredError } from './mean-squared-error.ts';

/** The squared errors of all elements, and their sum. */
const squares = (y: Matrix, t: Matrix): { sum: number; size: number } => {
  const all = y.flatMap((row, n) => row.map((x, c) => (x - nth(nth(t, n), c)) ** 2));
  return { sum: all.reduce((a, b) => a + b, 0), size: all.length };
};

export const misconceptions: readonly Misconception<MeanSquaredError>[] = [
  {
    id: 'meanSquaredError/summed',
    title: 'the sum of the squares',
    hint: 'The loss is a mean: it should not grow when the same data are given twice.',
    caughtBy: 'two samples of three outputs',
    rearrangesResult: (loss, y) => loss * y.flat().length,
    implementation: (y, t) => squares(y, t).sum,
  },
  {
    id: 'meanSquaredError/halved',
    title: 'half of the mean',
    hint: 'The factor 1/2 belongs to the squared error of backpropagation; the mean squared error has none.',
    caughtBy: 'one element, by hand',
    rearrangesResult: (loss) => loss / 2,
    implementation: (y, t) => squares(y, t).sum / squares(y, t).size / 2,
  },
  {
    id: 'meanSquaredError/summed-and-halved',
    title: 'half of the sum of the squares, over all samples or for each',
    hint: 'Divide the sum of the squares by the number of all elements; the 1/2 belongs to the squared error of backpropagation.',
    caughtBy: 'two samples of three outputs',
    implementation: (y, t) => squares(y, t).sum / 2,
    readings: [(y, t) => squares(y, t).sum / (2 * y.length)],
  },
  {
    id: 'meanSquaredError/per-sample',
    title: 'divided by the number of samples only',
    hint: 'The mean goes over all elements: count the outputs of a sample too.',
    caughtBy: 'two samples of three outputs',
    implementation: (y, t) => squares(y, t).sum / y.length,
  },
  {
    id: 'meanSquaredError/root',
    title: 'the root of the mean',
    hint: 'That is the root mean squared error: leave the squares as they are.',
    caughtBy: 'one element, by hand',
    implementation: (y, t) => Math.sqrt(squares(y, t).sum / squares(y, t).size),
  },
];
