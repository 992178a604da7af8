import type { GanDiscriminatorLoss } from '../../../../properties/generative/gan-discriminator-loss.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { afterRoundings } from '../../roundings.ts';
import { softplus } from '../../softplus.ts';

/** -log s(z) is softplus(-z), and -log(1 - s(z)) is softplus(z). */
export const ganDiscriminatorLoss: Authority<GanDiscriminatorLoss> = {
  class: 'sum',
  exact: (real, fake) =>
    sum(real.map((z) => softplus(z.neg())))
      .div(real.length)
      .plus(sum(fake.map(softplus)).div(fake.length)),
  bound: (real, fake) => afterRoundings(Math.max(real.length, fake.length) + 6, ganDiscriminatorLoss.exact(real, fake)),
};
