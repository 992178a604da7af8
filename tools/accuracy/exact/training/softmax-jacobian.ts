import type { SoftmaxJacobian } from '../../../../properties/training/softmax-jacobian.ts';
import type { Authority } from '../../authority.ts';
import { sum } from '../../big.ts';
import { exactSoftmax } from './shared/softmax.ts';

/** p_i (delta_ij - p_j), the diagonal by the powers of the other classes, since 1 - p_i cancels. */
export const softmaxJacobian: Authority<SoftmaxJacobian> = {
  class: 'running error',
  exact: (logits) => {
    const p = exactSoftmax(logits);
    return p.map((pi, i) =>
      p.map((pj, j) => (i === j ? pi.times(sum(p.filter((_, k) => k !== i))) : pi.times(pj).neg())),
    );
  },
};
