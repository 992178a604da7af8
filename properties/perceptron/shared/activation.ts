import type { Activation } from '../../../reference/perceptron/shared/activate.ts';

/** The words of an activation. */
export const ACTIVATIONS = ['identity', 'sigmoid', 'tanh', 'relu'] as const;

/** The activation functions of a layer over plain numbers, as a student would write them. */
export const activation: Readonly<Record<Activation, (z: number) => number>> = {
  identity: (z) => z,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
};
