import { flat, map, matrixShape, type NdArray } from '../ndarray.ts';
import { expectOptions } from '../options.ts';
import { expectShare } from './shared/share.ts';

export interface LabelSmoothingOptions {
  /** the share of the probability that is spread over all classes, 0 to 1; default 0.1 */
  smoothing?: number;
}

/**
 * Label smoothing: a share of each target's probability is spread evenly over all classes.
 *
 * $$y_{nk} = (1 - a) t_{nk} + \frac{a}{K}$$
 *
 * - $t$ `t` `[N, K]`: a distribution over the classes in each row, one-hot or not
 * - $a$ `smoothing`
 * - $y$ `[N, K]`: rows that sum to what those of $t$ do, to 1
 *
 * The class of a one-hot row gets its own part of the share too: $1 - a + a/K$.
 *
 * @throws {TypeError} `t` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `t` is not a matrix, is empty or has an entry outside of 0 to 1, `smoothing` is, or an option is unknown.
 * @see Szegedy, Vanhoucke, Ioffe, Shlens, Wojna (2016), Rethinking the Inception Architecture for Computer Vision, section 7. Lecture 6.
 * @example labelSmoothing(matrix([[1, 0]]), { smoothing: 0.5 }) // [[0.75, 0.25]]
 */
export function labelSmoothing(t: NdArray, options: LabelSmoothingOptions = {}): NdArray {
  const { K, smoothing } = labelSmoothingArguments(t, options);
  return map(t, (tnk) => (1 - smoothing) * tnk + smoothing / K);
}

/** The number of classes of legal arguments, and the option with its default. */
export function labelSmoothingArguments(t: NdArray, options: LabelSmoothingOptions): { K: number; smoothing: number } {
  expectOptions(options, ['smoothing']);
  const [, K] = matrixShape('t', t);
  const outside = flat(t).find((tnk) => !(tnk >= 0 && tnk <= 1));
  if (outside !== undefined) throw new RangeError(`t: expected probabilities of 0 to 1, got ${outside}`);
  const { smoothing = 0.1 } = options;
  expectShare('options.smoothing', smoothing);
  return { K, smoothing };
}
