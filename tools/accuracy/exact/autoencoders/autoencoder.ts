import type { AutoencoderFormula } from '../../../../properties/autoencoders/autoencoder.ts';
import type { Authority, Exact } from '../../authority.ts';
import { type Big, sum } from '../../big.ts';
import { exactActivation } from '../perceptron/shared/activation.ts';
import { exactDrives } from '../perceptron/shared/drives.ts';

/** Layer after layer, and the squared distance of the last one from the input. */
export const autoencoder: Authority<AutoencoderFormula> = {
  class: 'running error',
  exact: (x, encoder, decoder) => {
    const through = (input: Big[][], layers: Exact<Parameters<AutoencoderFormula>[1]>): Big[][] =>
      layers.reduce(
        (a, { w, b, activation }) => exactDrives(a, w, b).map((row) => row.map(exactActivation(activation))),
        input,
      );
    const code = through(x, encoder);
    const reconstruction = through(code, decoder);
    const squares = x.flatMap((row, n) => row.map((xi, d) => xi.minus(reconstruction[n]?.[d] as Big).pow(2)));
    return { code, reconstruction, loss: sum(squares).div(x.length) };
  },
};
