import type { Activation } from '../../../reference/perceptron/shared/activate.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';
import { nth } from '../../values/nth.ts';

/** x W + b in running-error arithmetic: the augmented product, since the bias may come first or last. */
export function roundedDrives(r: Rounding, x: Rounded[][], w: Rounded[][], b: Rounded[]): Rounded[][] {
  return x.map((row) =>
    b.map((bias, j) => r.dot([...row, r.exact(1)], [...w.map((weights) => nth(weights, j)), bias])),
  );
}

/** The activations of a layer's drives in running-error arithmetic. */
export function roundedActivations(r: Rounding, drives: Rounded[][], activation: Activation): Rounded[][] {
  const of: Readonly<Record<Activation, (z: Rounded) => Rounded>> = {
    identity: (z) => z,
    sigmoid: (z) => r.sigmoid(z),
    tanh: (z) => r.tanh(z),
    relu: (z) => r.relu(z),
  };
  return drives.map((row) => row.map(of[activation]));
}
