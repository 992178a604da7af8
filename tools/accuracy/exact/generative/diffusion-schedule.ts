import type { DiffusionSchedule } from '../../../../properties/generative/diffusion-schedule.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big, ONE } from '../../big.ts';

/** Betas as the page has them, and their running products. */
export const diffusionSchedule: Authority<DiffusionSchedule> = {
  class: 'running error',
  exact: (steps, kind) => {
    const T = steps.toNumber();
    const ts = Array.from({ length: T }, (_, i) => i + 1);
    const beta = ts.map((t) => (kind === 'linear' ? linear(t, T) : cosine(t, T)));
    let product = ONE;
    return { beta, alphaBar: beta.map((b) => (product = product.times(ONE.minus(b)))) };
  },
};

const FIRST = big('1e-4');
const OFFSET = big('0.008');

function linear(t: number, T: number): Big {
  if (T === 1) return FIRST;
  return FIRST.plus(
    big('0.02')
      .minus(FIRST)
      .times(t - 1)
      .div(T - 1),
  );
}

function cosine(t: number, T: number): Big {
  const beta = ONE.minus(f(t, T).div(f(t - 1, T)));
  return beta.gt(0.999) ? big('0.999') : beta;
}

function f(t: number, T: number): Big {
  const halfPi = ONE.neg().acos().div(2);
  return big(t).div(T).plus(OFFSET).div(ONE.plus(OFFSET)).times(halfPi).cos().pow(2);
}
