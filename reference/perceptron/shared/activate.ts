import { relu, reluGradient } from '../../backprop/relu.ts';
import { sigmoid, sigmoidGradient } from '../../backprop/sigmoid.ts';
import type { NdArray } from '../../ndarray.ts';
import { tanh, tanhGradient } from '../../training/tanh.ts';

/** The activation function of a layer, by name. */
export type Activation = 'identity' | 'sigmoid' | 'tanh' | 'relu';

interface ActivationFunction {
  of: (drives: NdArray) => NdArray;
  gradient: (upstream: NdArray, drives: NdArray) => NdArray;
}

const FUNCTIONS: Readonly<Record<Activation, ActivationFunction>> = {
  identity: { of: (d) => d, gradient: (upstream) => upstream },
  sigmoid: { of: (d) => sigmoid(d), gradient: (upstream, d) => sigmoidGradient(upstream, d).z as NdArray },
  tanh: { of: (d) => tanh(d), gradient: (upstream, d) => tanhGradient(upstream, d).z as NdArray },
  relu: { of: (d) => relu(d), gradient: (upstream, d) => reluGradient(upstream, d).z as NdArray },
};

/** The names of the activation functions. */
export const ACTIVATIONS = Object.keys(FUNCTIONS) as readonly Activation[];

/** The activations of a layer's drives, element by element. */
export function activate(drives: NdArray, activation: Activation): NdArray {
  return FUNCTIONS[activation].of(drives);
}

/** The gradient of sum(upstream * activations) by the drives; at a drive of exactly 0 the slope of relu is taken as 0. */
export function activateGradient(upstream: NdArray, drives: NdArray, activation: Activation): NdArray {
  return FUNCTIONS[activation].gradient(upstream, drives);
}
