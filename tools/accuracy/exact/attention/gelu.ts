import type { Gelu } from '../../../../properties/attention/gelu.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big } from '../../big.ts';
import { elementwise } from '../backprop/shared/elementwise.ts';
import { exactSigmoid } from '../backprop/shared/sigmoid.ts';
import { exactNormalShare } from './shared/normal-share.ts';

const PI = big('3.14159265358979323846264338327950288419716939937510582097494459230781640629');
const TWICE_SCALE = big(2).times(big(2).div(PI).sqrt());

/** z s(2w), or z Phi(z). */
export const gelu: Authority<Gelu> = {
  class: 'running error',
  sweep: [1e-300, 50],
  exact: (z, { approximate }) =>
    elementwise(z, (zi) => zi.times(approximate === 'tanh' ? sigmoid(zi) : exactNormalShare(zi))),
};

function sigmoid(z: Big): Big {
  const inner = z.plus(big('0.044715').times(z.pow(3)));
  return exactSigmoid(TWICE_SCALE.times(inner));
}
