import type { Misconception } from '../entry/entry.ts';
import { nth } from '../values/nth.ts';
import { total } from '../values/tree.ts';
import type { Matrix, Vector } from '../values/value.ts';
import type { GumbelSoftmax } from './gumbel-softmax.ts';

const plainSoftmax = (scores: Vector): Vector => {
  const powers = scores.map((s) => Math.exp(s - Math.max(...scores)));
  return powers.map((power) => power / total(powers));
};

const gumbel = (u: number): number => -Math.log(-Math.log(u));
const perturbed = (logits: Vector, random: Vector, noise = gumbel): Vector =>
  logits.map((z, k) => z + noise(nth(random, k)));
const oneHotAt = (length: number, index: number): Vector => Array.from({ length }, (_, k) => (k === index ? 1 : 0));
const first = (scores: Vector): Vector => oneHotAt(scores.length, scores.indexOf(Math.max(...scores)));

/** A form over rows, from their logits and random numbers. */
const overRows =
  (
    sample: (logits: Vector, random: Vector, options: { temperature: number; hard: boolean }) => Vector,
  ): ((logits: Matrix, random: Matrix, options: { temperature: number; hard: boolean }) => Matrix) =>
  (logits, random, options) =>
    logits.map((row, n) => sample(row, nth(random, n), options));

/** A form of other scores, relaxed by the temperature or hard. */
const byScores = (scores: (logits: Vector, random: Vector) => Vector) =>
  overRows((logits, random, { temperature, hard }) => {
    const s = scores(logits, random);
    return hard ? first(s) : plainSoftmax(s.map((x) => x / temperature));
  });

/** The relaxed sample of each row, over plain arrays. */
export const plainRelaxed = (logits: Matrix, random: Matrix, temperature: number): Matrix =>
  byScores(perturbed)(logits, random, { temperature, hard: false });
/** The right one, over plain arrays. */
export const plainGumbelSoftmax = byScores(perturbed);

export const misconceptions: readonly Misconception<GumbelSoftmax>[] = [
  {
    id: 'gumbelSoftmax/noise-subtracted',
    title: 'the noise is subtracted',
    hint: 'Gumbel noise is -log(-log u), with two minus signs, and it is added to the logits.',
    caughtBy: 'two classes',
    implementation: byScores((logits, random) => perturbed(logits, random, (u) => -gumbel(u))),
  },
  {
    id: 'gumbelSoftmax/exponential-noise',
    title: 'the noise is -log u',
    hint: 'Take the logarithm twice: -log(-log u).',
    caughtBy: 'two classes',
    implementation: byScores((logits, random) => perturbed(logits, random, (u) => -Math.log(u))),
  },
  {
    id: 'gumbelSoftmax/noise-ignored',
    title: 'there is no noise',
    hint: 'Add the Gumbel noise to the logits: without it every sample is the same.',
    caughtBy: 'two classes',
    implementation: byScores((logits) => logits),
  },
  {
    id: 'gumbelSoftmax/temperature-ignored',
    title: 'the temperature is ignored',
    hint: 'Divide logits and noise by the temperature.',
    caughtBy: 'half the temperature',
    implementation: overRows((logits, random, { hard }) => {
      const s = perturbed(logits, random);
      return hard ? first(s) : plainSoftmax(s);
    }),
  },
  {
    id: 'gumbelSoftmax/temperature-multiplied',
    title: 'multiplied by the temperature',
    hint: 'Divide by the temperature: a small one makes the sample sharp.',
    caughtBy: 'half the temperature',
    implementation: overRows((logits, random, { temperature, hard }) => {
      const s = perturbed(logits, random);
      return hard ? first(s) : plainSoftmax(s.map((x) => x * temperature));
    }),
  },
  {
    id: 'gumbelSoftmax/noise-not-divided',
    title: 'only the logits are divided by the temperature',
    hint: 'The temperature divides the sum of logits and noise.',
    caughtBy: 'half the temperature',
    implementation: overRows((logits, random, { temperature, hard }) => {
      const s = perturbed(
        logits.map((z) => z / temperature),
        random,
      );
      return hard ? first(perturbed(logits, random)) : plainSoftmax(s);
    }),
  },
  {
    id: 'gumbelSoftmax/hard-ignored',
    title: 'the sample is relaxed though it should be hard',
    hint: 'With hard the sample is one-hot.',
    caughtBy: 'a tie, hard',
    implementation: overRows((logits, random, { temperature }) =>
      plainSoftmax(perturbed(logits, random).map((s) => s / temperature)),
    ),
  },
  {
    id: 'gumbelSoftmax/last-of-ties',
    title: 'the last of equally large scores',
    hint: 'If several classes are equally likely winners, take the first.',
    caughtBy: 'a tie, hard',
    implementation: overRows((logits, random, { temperature, hard }) => {
      const s = perturbed(logits, random);
      return hard ? oneHotAt(s.length, s.lastIndexOf(Math.max(...s))) : plainSoftmax(s.map((x) => x / temperature));
    }),
  },
];
