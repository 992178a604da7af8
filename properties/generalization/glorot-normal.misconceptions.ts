import type { Misconception } from '../entry/entry.ts';
import type { GlorotNormal } from './glorot-normal.ts';

const scaled = (random: readonly (readonly number[])[], factor: number): number[][] =>
  random.map((row) => row.map((z) => z * factor));

export const misconceptions: readonly Misconception<GlorotNormal>[] = [
  {
    id: 'glorotNormal/variance-for-deviation',
    title: 'the draws times the variance',
    hint: 'Numbers of variance 1 times a factor have the square of that factor as their variance.',
    caughtBy: 'a deviation of 1/2',
    implementation: (random, fanIn, fanOut) => scaled(random, 2 / (fanIn + fanOut)),
  },
  {
    id: 'glorotNormal/he',
    title: 'the fan in alone, as He initialization has it',
    hint: 'Glorot keeps both passes in balance, forward and backward: which of the two fans is missing?',
    caughtBy: 'fans of 1',
    implementation: (random, fanIn) => scaled(random, Math.sqrt(2 / fanIn)),
  },
  {
    id: 'glorotNormal/uniform-limit',
    title: 'the limit of the uniform distribution as the deviation',
    hint: 'The 6 belongs to uniform draws, whose variance is a third of their squared limit.',
    caughtBy: 'fans of 1',
    implementation: (random, fanIn, fanOut) => scaled(random, Math.sqrt(6 / (fanIn + fanOut))),
  },
];
