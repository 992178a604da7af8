import type { GanGeneratorLoss } from '../../../../properties/generative/gan-generator-loss.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { softplus } from '../../softplus.ts';

/** -log s(z) is softplus(-z), and log(1 - s(z)) is -softplus(z). */
export const ganGeneratorLoss: Authority<GanGeneratorLoss> = {
  class: 'sum',
  exact: (fake, { saturating }) => (saturating ? sizeOf(fake).neg() : sizeOf(fake.map((z) => z.neg()))),
  bound: (fake, { saturating }) =>
    afterRoundings(fake.length + 5, sizeOf(saturating ? fake : fake.map((z) => z.neg()))),
};

const sizeOf = (z: readonly Big[]): Big => sum(z.map(softplus)).div(z.length);
