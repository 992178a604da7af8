import type { EarlyStopping } from '../../../../properties/generalization/early-stopping.ts';
import type { Authority } from '../../authority.ts';
import { type Big, big } from '../../big.ts';

/** The first epoch that is not better than the best one, patience epochs after it. */
export const earlyStopping: Authority<EarlyStopping> = {
  class: 'exact',
  exact: (losses, { patience, minDelta }) => {
    let best = 0;
    for (let epoch = 1; epoch < losses.length; epoch++) {
      const limit = (losses[best] as Big).minus(minDelta);
      if ((losses[epoch] as Big).lt(limit)) best = epoch;
      else if (patience.lte(epoch - best)) return { stopEpoch: big(epoch), bestEpoch: big(best) };
    }
    return { stopEpoch: big(losses.length - 1), bestEpoch: big(best) };
  },
};
