import { nth } from '../../values/nth.ts';
import { transposed } from '../../values/transposed.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import type { RnnWeightsOf } from './rnn-inputs.ts';

/** x W_x + h W_h + b of one sample over plain arrays, as students write it. */
export function plainDrives(x: Vector, h: Vector, { wx, wh, b }: RnnWeightsOf): Vector {
  return b.map((bias, j) => {
    const fromInput = x.reduce((z, v, k) => z + v * nth(nth(wx, k), j), 0);
    return h.reduce((z, v, k) => z + v * nth(nth(wh, k), j), fromInput) + bias;
  });
}

/** One right step of one sample. */
export function plainStep(x: Vector, h: Vector, weights: RnnWeightsOf): Vector {
  return plainDrives(x, h, weights).map(Math.tanh);
}

/** The states of one sample; `carried` is what a step is given of the state before it. */
export function plainStates(
  steps: Matrix,
  weights: RnnWeightsOf,
  carried: (h: Vector, rest: Vector) => Vector = (h) => h,
): Matrix {
  const rest = weights.b.map(() => 0);
  let h = rest;
  return steps.map((x) => {
    h = plainStep(x, carried(h, rest), weights);
    return h;
  });
}

/** The recurrent weights transposed. */
export function recurrentTransposed({ wx, wh, b }: RnnWeightsOf): RnnWeightsOf {
  return { wx, wh: transposed(wh), b };
}
