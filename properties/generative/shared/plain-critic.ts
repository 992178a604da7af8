import { plainDrives } from '../../perceptron/shared/layer-inputs.ts';
import { nth } from '../../values/nth.ts';
import type { Matrix, Vector } from '../../values/value.ts';
import type { Critic } from '../gradient-penalty.ts';

/** The points between real and generated samples. */
export function mixtures(real: Matrix, fake: Matrix, u: Vector): Matrix {
  return real.map((row, n) => row.map((x, i) => nth(u, n) * x + (1 - nth(u, n)) * nth(nth(fake, n), i)));
}

const slopeOfTanh = (z: number): number => 1 - Math.tanh(z) ** 2;

/** The gradient of a critic by its input at each point; `slopeOf` is the derivative of its hidden units. */
export function slopes(points: Matrix, { w1, b1, w2 }: Critic, slopeOf = slopeOfTanh): Matrix {
  return plainDrives(points, w1, b1).map((drives) =>
    w1.map((row) => row.reduce((sum, w, k) => sum + w * nth(w2, k) * slopeOf(nth(drives, k)), 0)),
  );
}
