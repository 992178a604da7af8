import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';

import type { AppendBiasColumn } from './append-bias-column.ts';

export const misconceptions: readonly Misconception<AppendBiasColumn>[] = [
  {
    id: 'appendBiasColumn/column-first',
    title: 'the column of ones comes before the inputs',
    hint: 'The biases are the last row of the weights: which column of x is multiplied by that row?',
    caughtBy: 'two samples',
    implementation: (x) => x.map((row) => [1, ...row]),
  },
  {
    id: 'appendBiasColumn/row-appended',
    title: 'a row of ones below the samples',
    hint: 'Every sample gets one more input; there is not one more sample.',
    caughtBy: 'two samples',
    implementation: (x) => [...x, nth(x, 0).map(() => 1)],
  },
];
