import type { NdArray } from '../../../reference/ndarray.ts';
import type { AdamOptions } from '../../../reference/optimizers/adam.ts';
import type { Rounded, Rounding } from '../../rounding/rounding.ts';

/** The arrays that a model learns, by name, or their gradients. */
export type Weights = Readonly<Record<string, NdArray>>;

/** The same in running-error arithmetic. */
export interface RoundedWeights {
  matrix: (name: string) => Rounded[][];
  vector: (name: string) => Rounded[];
}

/** A small network that learns by Adam: whole formulas put together, to show that they fit each other. */
export interface Model {
  name: string;
  /** before the first step: numbers that float32 holds */
  weights: Weights;
  /** those whose gradient is 0 whatever the batch */
  idle?: readonly string[];
  steps: number;
  adam: Required<AdamOptions>;
  /** the loss of a step's batch and its gradient, composed of the formulas of reference/ and their gradients by hand */
  byHand: (weights: Weights, step: number) => { loss: number; gradient: Weights };
  /** the loss once more, over arithmetic that carries its error */
  rounded: (r: Rounding, weights: RoundedWeights, step: number) => Rounded;
}
