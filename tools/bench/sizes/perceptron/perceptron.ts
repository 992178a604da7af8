import type { Sized } from '../../sized.ts';

/** One unit with n * n inputs. */
export const perceptron: Sized = ({ matrix: n }, draw) => [draw.signed(n * n), draw.signed(n * n), 0.5];
