import { expectSameShape, flat, matrixShape, type NdArray } from '../../ndarray.ts';
import { expectChoice, expectOptions } from '../../options.ts';

export interface GaussianOptions {
  /** `logVariance` holds the variances themselves, all above 0; default false */
  fromVariance?: boolean;
}

/**
 * The shape of the means and log-variances that an encoder gives, after both have been checked.
 *
 * @throws {TypeError} One of them is not an ndarray.
 * @throws {RangeError} `mean` is not a matrix, `logVariance` has another shape, a variance is not above 0, or an option
 * is unknown or not a boolean.
 */
export function gaussianShape(
  mean: NdArray,
  logVariance: NdArray,
  options: GaussianOptions,
): [samples: number, features: number] {
  expectOptions(options, ['fromVariance']);
  const { fromVariance = false } = options;
  expectChoice('options.fromVariance', fromVariance, [false, true]);
  const shape = matrixShape('mean', mean);
  expectSameShape('mean', mean, 'logVariance', logVariance);
  const notPositive = fromVariance ? flat(logVariance).find((x) => !(x > 0)) : undefined;
  if (notPositive !== undefined) throw new RangeError(`logVariance: expected variances above 0, got ${notPositive}`);
  return shape;
}
