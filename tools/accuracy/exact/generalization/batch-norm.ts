import type { BatchNorm } from '../../../../properties/generalization/batch-norm.ts';
import type { Authority } from '../../authority.ts';
import { type Big, ONE, sum } from '../../big.ts';

/** The moments of the batch, or the moving ones. */
export const batchNorm: Authority<BatchNorm> = {
  class: 'running error',
  exact: (x, o) => {
    const { training, epsilonInside, momentum, epsilon } = o;
    const features = o.mean.map((moving, j) => {
      const column = x.map((row) => row[j] as Big);
      const mean = training ? sum(column).div(x.length) : moving;
      const centred = column.map((value) => value.minus(mean));
      const variance = training ? sum(centred.map((c) => c.pow(2))).div(x.length) : (o.variance[j] as Big);
      const divisor = epsilonInside ? variance.plus(epsilon).sqrt() : variance.sqrt().plus(epsilon);
      const y = centred.map((c) =>
        (o.gamma[j] as Big)
          .times(c)
          .div(divisor)
          .plus(o.beta[j] as Big),
      );
      const kept = training ? momentum : ONE;
      const moved = (old: Big, now: Big): Big => kept.times(old).plus(ONE.minus(kept).times(now));
      return { y, mean: moved(moving, mean), variance: moved(o.variance[j] as Big, variance) };
    });
    return {
      y: x.map((_, n) => features.map(({ y }) => y[n] as Big)),
      mean: features.map(({ mean }) => mean),
      variance: features.map(({ variance }) => variance),
    };
  },
};
