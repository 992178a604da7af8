import { expectShape, type NdArray, vectorLength, zip } from '../../ndarray.ts';
import { expectChoice, expectOptions, expectRecord } from '../../options.ts';
import type { GateWeights } from './lstm-weights.ts';

/** The weights of a gated recurrent unit: of each gate `w` `[units + features, units]` over [h, x] and `b` `[units]`. */
export interface GruWeights {
  update: GateWeights;
  reset: GateWeights;
  candidate: GateWeights;
}

export interface GruOptions {
  /** whether the reset gate comes after the product of the state with its weights, not before; default false */
  resetAfter?: boolean;
}

const GRU_GATES = ['update', 'reset', 'candidate'] as const;

/**
 * The number of units, after weights and options have been checked for inputs of `features` features.
 *
 * @throws {TypeError} A record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit, or an option is unknown.
 */
export function gruUnits(features: number, weights: GruWeights, options: GruOptions): number {
  expectOptions(options, ['resetAfter']);
  const { resetAfter = false } = options; // equivalent mutant: `true` (it is legal too)
  expectChoice('options.resetAfter', resetAfter, [true, false]);
  expectRecord('weights', weights);
  for (const gate of GRU_GATES) expectRecord(`weights.${gate}`, weights[gate]);
  const units = vectorLength('weights.update.b', weights.update.b);
  for (const gate of GRU_GATES) {
    const like = 'a row per unit and per feature, a column per unit';
    expectShape(`weights.${gate}.w`, weights[gate].w, [units + features, units], like);
    expectShape(`weights.${gate}.b`, weights[gate].b, [units], 'one per unit');
  }
  return units;
}

/** The sum of two sets of weights. */
export function addedGruWeights(p: GruWeights, q: GruWeights): GruWeights {
  const sum = (a: NdArray, b: NdArray): NdArray => zip(a, b, (x, y) => x + y);
  const gate = (name: keyof GruWeights): GateWeights => ({
    w: sum(p[name].w, q[name].w),
    b: sum(p[name].b, q[name].b),
  });
  return { update: gate('update'), reset: gate('reset'), candidate: gate('candidate') };
}
