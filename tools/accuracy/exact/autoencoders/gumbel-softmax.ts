import type { GumbelSoftmax } from '../../../../properties/autoencoders/gumbel-softmax.ts';
import { nth } from '../../../../properties/values/nth.ts';
import type { Authority } from '../../authority.ts';
import { type Big, log, ONE, ZERO } from '../../big.ts';
import { exactSoftmax } from '../training/shared/softmax.ts';

/** The softmax of the scores over the temperature, or 1 at the first of the largest scores. */
export const gumbelSoftmax: Authority<GumbelSoftmax> = {
  class: 'running error',
  exact: (logits, random, { temperature, hard }) =>
    hard ? scoresOf(logits, random).map(oneHot) : relaxed(logits, random, temperature),
  surrogate: (logits, random, options) => {
    const sample = gumbelSoftmax.exact(logits, random, options) as Big[][];
    const here = relaxed(logits, random, options.temperature);
    return (moved) =>
      relaxed(moved, random, options.temperature).map((row, n) =>
        row.map((y, k) => nth(nth(sample, n), k).plus(y.minus(nth(nth(here, n), k)))),
      );
  },
};

function relaxed(logits: Big[][], random: Big[][], temperature: Big): Big[][] {
  return scoresOf(logits, random).map((row) => exactSoftmax(row.map((s) => s.div(temperature))));
}

function scoresOf(logits: Big[][], random: Big[][]): Big[][] {
  return logits.map((row, n) => row.map((z, k) => z.minus(log(log(nth(nth(random, n), k)).neg()))));
}

function oneHot(scores: Big[]): Big[] {
  const first = scores.findIndex((s) => scores.every((other) => s.gte(other)));
  return scores.map((_, k) => (k === first ? ONE : ZERO));
}
