import { expectShape, type NdArray, vectorLength, zip } from '../../ndarray.ts';
import { expectRecord } from '../../options.ts';

/** Weights of a recurrent layer: `wx` `[features, units]` of the input, `wh` `[units, units]` of the state, `b` `[units]`. */
export interface RnnWeights {
  wx: NdArray;
  wh: NdArray;
  b: NdArray;
}

/**
 * The number of units, after the weights have been checked for inputs of `features` features. `name` is what messages
 * call them: `weights`, `layers[0]`.
 *
 * @throws {TypeError} The record is missing, or an array is not an ndarray.
 * @throws {RangeError} A shape does not fit.
 */
export function rnnUnits(features: number, weights: RnnWeights, name = 'weights'): number {
  expectRecord(name, weights);
  const units = vectorLength(`${name}.b`, weights.b);
  expectShape(`${name}.wx`, weights.wx, [features, units], 'a row per feature, a column per unit');
  expectShape(`${name}.wh`, weights.wh, [units, units], 'a row and a column per unit');
  return units;
}

/** The sum of two sets of weights. */
export function addedRnnWeights(p: RnnWeights, q: RnnWeights): RnnWeights {
  const sum = (a: NdArray, b: NdArray): NdArray => zip(a, b, (x, y) => x + y);
  return { wx: sum(p.wx, q.wx), wh: sum(p.wh, q.wh), b: sum(p.b, q.b) };
}
