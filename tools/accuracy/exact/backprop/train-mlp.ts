import type { TrainMlp } from '../../../../properties/backprop/train-mlp.ts';
import type { Authority } from '../../authority.ts';
import type { Big } from '../../big.ts';
import { exactBackprop } from './shared/backprop.ts';

/** Steps against the gradients of backprop. */
export const trainMlp: Authority<TrainMlp> = {
  class: 'running error',
  exact: (x, t, layers, { learningRate, steps }) => {
    let trained = layers.map(({ w, b }) => ({ w, b }));
    for (let step = 0; step < steps.toNumber(); step++) {
      const gradients = exactBackprop(x, t, trained);
      const moved = (from: Big, gradient: Big | undefined): Big => from.minus(learningRate.times(gradient as Big));
      trained = trained.map(({ w, b }, l) => ({
        w: w.map((row, j) => row.map((from, k) => moved(from, gradients[l]?.w[j]?.[k]))),
        b: b.map((from, k) => moved(from, gradients[l]?.b[k])),
      }));
    }
    return trained;
  },
};
