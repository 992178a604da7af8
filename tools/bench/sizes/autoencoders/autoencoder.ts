import type { Sized } from '../../sized.ts';

/** n samples of n features, by way of a code of half as many. */
export const autoencoder: Sized = ({ matrix: n }, draw) => {
  const k = Math.ceil(n / 2);
  return [
    draw.signed(n, n),
    [{ w: draw.weights(n, k), b: draw.signed(k), activation: 'tanh' }],
    [{ w: draw.weights(k, n), b: draw.signed(n), activation: 'identity' }],
  ];
};
