import type { Misconception } from '../entry/entry.ts';
import type { GlorotNormal } from './glorot-normal.ts';

const scaled = (random: readonly (readonly number[])[], factor: number): number[][] =>
  random.map((row) => row.map((z) => z * factor));

export const misconceptions: readonly Misconception<GlorotNormal>[] = [
  {
    id: 'glorotNormal/variance-for-deviation',
    title: 'the draws times the variance',
    hint: 'Scaling by a factor multiplies the variance by its square: which factor gives the variance that you want?',
    caughtBy: 'a deviation of 1/2',
    implementation: (random, fanIn, fanOut) => scaled(random, 2 / (fanIn + fanOut)),
  },
  {
    id: 'glorotNormal/he',
    title: 'only the fan in, as in He initialization',
    hint: 'Glorot balances the forward and the backward pass: which of the two fans is missing?',
    caughtBy: 'fans of 1',
    implementation: (random, fanIn) => scaled(random, Math.sqrt(2 / fanIn)),
  },
  {
    id: 'glorotNormal/uniform-limit',
    title: 'the limit of the uniform distribution as the standard deviation',
    hint: 'The 6 is for uniform draws, whose variance is a third of their squared limit; normal draws need another number.',
    caughtBy: 'fans of 1',
    implementation: (random, fanIn, fanOut) => scaled(random, Math.sqrt(6 / (fanIn + fanOut))),
  },
];
