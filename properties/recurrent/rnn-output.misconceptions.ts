import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { mapNumbers } from '../values/tree.ts';
import type { RnnOutput } from './rnn-output.ts';

const right: RnnOutput = (h, w, b) =>
  h.map((steps) =>
    steps.map((state) => b.map((bias, j) => state.reduce((sum, v, k) => sum + v * nth(nth(w, k), j), bias))),
  );

export const misconceptions: readonly Misconception<RnnOutput>[] = [
  {
    id: 'rnnOutput/bias-ignored',
    title: 'the biases are left out',
    hint: 'Each output has a bias: add b after the product.',
    caughtBy: 'two steps, two outputs',
    implementation: (h, w, b) =>
      right(
        h,
        w,
        b.map(() => 0),
      ),
  },
  {
    id: 'rnnOutput/activated',
    title: 'the outputs go through tanh',
    hint: 'The states are activated already; the output of a recurrent layer is linear.',
    caughtBy: 'two steps, two outputs',
    implementation: (h, w, b) => mapNumbers(right(h, w, b), Math.tanh),
  },
  {
    id: 'rnnOutput/last-step-only',
    title: 'the output of the last step alone is returned',
    hint: 'Every step has an output: the result is as long as the sequence.',
    caughtBy: 'two steps, two outputs',
    implementation: (h, w, b) => right(h, w, b).map((steps) => steps.slice(-1)),
  },
];
