import type { Misconception } from '../entry/entry.ts';
import type { GlorotUniform } from './glorot-uniform.ts';

/** Draws mapped to -limit..limit. */
const within = (random: readonly (readonly number[])[], limit: number): number[][] =>
  random.map((row) => row.map((u) => (2 * u - 1) * limit));

const mapped =
  (share: (u: number) => number): GlorotUniform =>
  (random, fanIn, fanOut) =>
    random.map((row) => row.map((u) => share(u) * Math.sqrt(6 / (fanIn + fanOut))));

export const misconceptions: readonly Misconception<GlorotUniform>[] = [
  {
    id: 'glorotUniform/limit-without-root',
    title: 'the limit without its square root',
    hint: 'Uniform weights from -l to l have variance l^2 / 3: which l gives a variance of 2 / (fanIn + fanOut)?',
    caughtBy: 'a limit of 1/2',
    implementation: (random, fanIn, fanOut) => within(random, 6 / (fanIn + fanOut)),
  },
  {
    id: 'glorotUniform/he',
    title: 'only the fan in, as in He initialization',
    hint: 'Glorot balances the forward and the backward pass: which of the two fans is missing?',
    caughtBy: 'a limit of 1/2',
    implementation: (random, fanIn) => within(random, Math.sqrt(6 / fanIn)),
    // He's standard deviation taken as the limit, and LeCun's limit
    readings: [2, 3].map((factor) => (random, fanIn) => within(random, Math.sqrt(factor / fanIn))),
  },
  {
    id: 'glorotUniform/one-sided',
    title: 'weights only on one side of 0',
    hint: 'The draws lie between 0 and 1; the weights must lie on both sides of 0.',
    caughtBy: 'a limit of 1',
    implementation: mapped((u) => u),
    readings: [mapped((u) => 2 * u), mapped((u) => 1 - u), mapped((u) => u - 1), mapped((u) => -u)],
  },
  {
    id: 'glorotUniform/normal-limit',
    title: 'the deviation of Glorot normal as the limit',
    hint: 'sqrt(2 / (fanIn + fanOut)) is the standard deviation: the limit of a uniform draw is sqrt(3) times as large, with a 6 in place of the 2.',
    caughtBy: 'a limit of 1/2',
    implementation: (random, fanIn, fanOut) => within(random, Math.sqrt(2 / (fanIn + fanOut))),
  },
  {
    id: 'glorotUniform/brackets',
    title: 'the brackets around the sum of the fans are missing',
    hint: 'Without brackets 6 / fanIn + fanOut divides by fanIn alone: write 6 / (fanIn + fanOut).',
    caughtBy: 'a limit of 1/2',
    implementation: (random, fanIn, fanOut) => within(random, Math.sqrt(6 / fanIn + fanOut)),
  },
];
