import type { Misconception, WrongForm } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import type { Dropout } from './dropout.ts';

/** A wrong formula of one unit in training. */
const inTraining =
  (f: (x: number, r: number, rate: number) => number): WrongForm<Dropout> =>
  (x, random, { rate, training }) =>
    training ? x.map((row, n) => row.map((value, i) => f(value, nth(nth(random, n), i), rate))) : x;

/** A unit that is dropped is 0 where what it would be scaled by is infinite, too. */
const kept = (isKept: boolean, y: number): number => (isKept ? y : 0);

export const misconceptions: readonly Misconception<Dropout>[] = [
  {
    id: 'dropout/not-scaled',
    title: 'the units that stay are not scaled',
    hint: 'Divide the units that stay by 1 - rate, so that their expectation is that of the input.',
    caughtBy: 'over draws that are spread evenly, the mean is the input',
    implementation: inTraining((x, r, rate) => kept(r >= rate, x)),
  },
  {
    id: 'dropout/keeps-below',
    title: 'the units with draws below the rate are kept',
    hint: 'Drop a unit where its draw is below the rate, and keep it where the draw is at least the rate: the rate is the share that is dropped.',
    caughtBy: 'the smaller draws are dropped',
    implementation: inTraining((x, r, rate) => kept(r < rate, x / (1 - rate))),
    readings: [
      // scaled by what is kept then
      inTraining((x, r, rate) => kept(r < rate, x / rate)),
      inTraining((x, r, rate) => kept(r <= rate, x / (1 - rate))),
    ],
  },
  {
    id: 'dropout/divided-by-rate',
    title: 'the units that stay are divided by the rate',
    hint: 'The rate is the share that is dropped: divide by what is kept, 1 - rate.',
    caughtBy: 'a quarter is dropped',
    implementation: inTraining((x, r, rate) => kept(r >= rate, x / rate)),
  },
  {
    id: 'dropout/active-at-inference',
    title: 'units are dropped at inference, too',
    hint: 'With training false the input comes back as it is.',
    caughtBy: 'at inference it is the input',
    implementation: (x, random, { rate }) =>
      x.map((row, n) => row.map((value, i) => kept(nth(nth(random, n), i) >= rate, value / (1 - rate)))),
  },
  {
    id: 'dropout/multiplied-by-keep',
    title: 'the units that stay are multiplied by 1 - rate',
    hint: 'The units that stay must grow to make up for those that are dropped: divide by 1 - rate, do not multiply.',
    caughtBy: 'a quarter is dropped',
    implementation: inTraining((x, r, rate) => kept(r >= rate, x * (1 - rate))),
    readings: [
      // the classic form: nothing in training, scaled down at inference
      (x, random, { rate, training }) =>
        x.map((row, n) =>
          row.map((value, i) => (training ? kept(nth(nth(random, n), i) >= rate, value) : value * (1 - rate))),
        ),
    ],
  },
];
