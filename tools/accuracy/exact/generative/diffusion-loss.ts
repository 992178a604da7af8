import type { DiffusionLoss } from '../../../../properties/generative/diffusion-loss.ts';
import type { Authority } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { afterRoundings, sizesOf } from '../../roundings.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';
import { exactForward } from './shared/forward.ts';

/** The squared differences of the noise and of what is predicted from the noisy samples. */
export const diffusionLoss: Authority<DiffusionLoss> = {
  class: 'sum',
  exact: (x, noise, alphaBar, { w, b }) =>
    meanSquare(noise, exactDrives(exactForward(x, noise, alphaBar), w, b), (e, predicted) => e.minus(predicted)),
  bound: (...args) => {
    const [x, noise, alphaBar, { w, b }] = sizesOf(args);
    const [N, D] = [x.length, b.length];
    const sizes = exactDrives(exactForward(x, noise, alphaBar), w, b);
    return afterRoundings(
      N * D + 2 * D + 18,
      meanSquare(noise, sizes, (e, predicted) => e.plus(predicted)),
    );
  },
};

/** The mean of the squares of what `f` makes of two matrices, element by element. */
function meanSquare(a: Big[][], b: Big[][], f: (a: Big, b: Big) => Big): Big {
  const squares = a.flatMap((row, n) => row.map((x, d) => f(x, b[n]?.[d] as Big).pow(2)));
  return sum(squares).div(squares.length);
}
