import type { Activation } from '../../../../../reference/perceptron/shared/activate.ts';
import { type Big, ZERO } from '../../../big.ts';
import { exactSigmoid } from '../../backprop/shared/sigmoid.ts';
import { exactTanh } from '../../training/shared/tanh.ts';

const ACTIVATIONS: Readonly<Record<Activation, (z: Big) => Big>> = {
  identity: (z) => z,
  sigmoid: exactSigmoid,
  tanh: exactTanh,
  relu: (z) => (z.gt(0) ? z : ZERO),
};

/** The activation of that name. */
export function exactActivation(name: Activation): (z: Big) => Big {
  return ACTIVATIONS[name];
}
