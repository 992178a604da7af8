import { type Big, ONE } from '../big.ts';

/** 1 / (1 + e^-z) */
export function exactSigmoid(z: Big): Big {
  return ONE.div(z.neg().exp().plus(ONE));
}
