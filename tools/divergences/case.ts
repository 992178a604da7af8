import type fc from 'fast-check';
import type * as tf from '../../accelerated/tf.ts';

/** An array of numbers in row-major order. */
export interface Plain {
  shape: readonly number[];
  data: readonly number[];
}

/** The input of an op: tensors, and options that have no gradient. */
export interface Inputs<O> {
  tensors: readonly Plain[];
  options: O;
}

/** One op of tfjs, or one way to call it, beside the truth in plain float64. */
export interface Case<O = unknown> {
  /** the op as one would call it: `exp`, `maxPool` */
  op: string;
  /** what is special about this way to call it: `at ties` */
  variant?: string;
  inputs: fc.Arbitrary<Inputs<O>>;
  tfjs: (tensors: tf.Tensor[], options: O) => tf.Tensor;
  /** the result in row-major order, from the definition */
  truth: (tensors: readonly Plain[], options: O) => readonly number[];
  /** the error allowed of each number of the result; default: measured, see `allowedErrors` */
  allowed?: (truth: readonly number[], tensors: readonly Plain[]) => readonly number[];
  /**
   * The gradient of sum(weights * result) by each tensor, if it is known better than by differences: at kinks and ties.
   * 'differences' (the default) takes it from the truth, null asks for none.
   */
  gradient?:
    | ((weights: readonly number[], tensors: readonly Plain[], options: O) => readonly number[][])
    | 'differences'
    | null;
  /** whether tfjs is asked for the gradient of the gradient; default true if the gradient comes from differences */
  second?: boolean;
}

/** What was asked of the op. */
export type Kind = 'value' | 'gradient' | 'second derivative';

/** A case whose options are of any kind. */
export function defineCase<O>(it: Case<O>): Case {
  return it as unknown as Case;
}
