import { type Big, big, exp, ONE } from '../../../big.ts';

const PI = big('3.14159265358979323846264338327950288419716939937510582097494459230781640629');

/** Phi(z): the series of positive terms up to 8, beyond it the continued fraction of the tail (Abramowitz, Stegun 26.2). */
export function exactNormalShare(z: Big): Big {
  const t = z.abs();
  const density = exp(t.times(t).div(-2)).div(PI.times(2).sqrt());
  const tail = t.lt(8) ? big(0.5).minus(density.times(series(t))) : density.div(fraction(t));
  return z.isNegative() ? tail : ONE.minus(tail);
}

function series(t: Big): Big {
  let term = t;
  let total = t;
  for (let odd = 3; ; odd += 2) {
    term = term.times(t).times(t).div(odd);
    const next = total.plus(term);
    if (next.eq(total)) return total;
    total = next;
  }
}

/** t + 1 / (t + 2 / (t + …)) */
function fraction(t: Big): Big {
  let denominator = t;
  for (let k = 400; k >= 1; k--) denominator = t.plus(big(k).div(denominator));
  return denominator;
}
