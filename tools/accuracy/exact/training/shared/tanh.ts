import { type Big, ONE } from '../../../big.ts';
import { expTail } from '../../../exp-tail.ts';

/** (e^z - e^-z) / (e^z + e^-z), divided through by the larger power. */
export function exactTanh(z: Big): Big {
  const size = z.abs();
  const lessOne = expTail(size.times(-2), 1);
  const tanh = lessOne.neg().div(lessOne.plus(ONE).plus(ONE));
  return z.isNegative() ? tanh.neg() : tanh;
}
