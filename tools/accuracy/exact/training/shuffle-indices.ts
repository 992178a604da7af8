import type { ShuffleIndices } from '../../../../properties/training/shuffle-indices.ts';
import type { Authority } from '../../authority.ts';
import { big } from '../../big.ts';
import { exactlyShuffled } from './shared/shuffled.ts';

/** The draws choose whole numbers: one that rounds to another place shows as a whole number that is wrong. */
export const shuffleIndices: Authority<ShuffleIndices> = {
  class: 'exact',
  exact: (n, random) => exactlyShuffled(n.toNumber(), random).map(big),
};
