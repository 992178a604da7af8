import type { GradientPenalty } from '../../../../properties/generative/gradient-penalty.ts';
import type { Authority } from '../../authority.ts';
import { type Big, dot, ONE, sum } from '../../big.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';
import { exactTanh } from '../training/shared/tanh.ts';

/** The norm of the critic's slope at each mixture, and the squares of their distances from 1. */
export const gradientPenalty: Authority<GradientPenalty> = {
  class: 'running error',
  exact: (real, fake, u, { w1, b1, w2 }) => {
    const mixed = real.map((row, n) => {
      const share = u[n] as Big;
      return row.map((x, i) => share.times(x).plus(ONE.minus(share).times(fake[n]?.[i] as Big)));
    });
    const penalties = exactDrives(mixed, w1, b1).map((drives) => {
      const behind = drives.map((z, k) => ONE.minus(exactTanh(z).pow(2)).times(w2[k] as Big));
      const squares = w1.map((row) => dot(row, behind).pow(2));
      return sum(squares).sqrt().minus(1).pow(2);
    });
    return sum(penalties).div(real.length);
  },
};
