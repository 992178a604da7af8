import { type Big, exp, ONE } from '../../../big.ts';

/** 1 / (1 + e^-z) */
export function exactSigmoid(z: Big): Big {
  return ONE.div(exp(z.neg()).plus(ONE));
}
