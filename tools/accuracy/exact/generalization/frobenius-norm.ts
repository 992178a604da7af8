import type { FrobeniusNorm } from '../../../../properties/generalization/frobenius-norm.ts';
import type { Authority } from '../../authority.ts';
import { afterRoundings } from '../../roundings.ts';
import { norm } from './shared/norm.ts';

/** The root of the sum of the squares. */
export const frobeniusNorm: Authority<FrobeniusNorm> = {
  class: 'sum',
  exact: (w) => norm(w.flat()),
  bound: (w) => afterRoundings(w.flat().length + 5, norm(w.flat())),
};
