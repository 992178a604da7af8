import type { DiffusionForward } from '../../../../properties/generative/diffusion-forward.ts';
import type { Authority } from '../../authority.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactForward } from './shared/forward.ts';

/** Two products, each with a root, and their sum. */
export const diffusionForward: Authority<DiffusionForward> = {
  class: 'sum',
  exact: exactForward,
  bound: (...args) => afterRoundings(4, exactForward(...sizesOf(args))),
};
