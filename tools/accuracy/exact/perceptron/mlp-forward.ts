import type { MlpForward } from '../../../../properties/perceptron/mlp-forward.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactActivation } from './shared/activation.ts';
import { exactDrives } from './shared/drives.ts';

/** Layer after layer. */
export const mlpForward: Authority<MlpForward> = {
  class: 'running error',
  exact: (x, layers) => {
    const drives: Big[][][] = [];
    const activations: Big[][][] = [];
    for (const { w, b, activation } of layers) {
      const d = exactDrives(activations.at(-1) ?? x, w, b);
      drives.push(d);
      activations.push(d.map((row) => row.map(exactActivation(activation))));
    }
    return { drives, activations };
  },
};
