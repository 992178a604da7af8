import { expectChoice, expectInteger, expectOptions } from '../options.ts';
import { expectPair, type Pair } from './shared/sliding-window.ts';

export interface ConvParameterCountOptions {
  /** whether each filter has a bias; default true */
  bias?: boolean;
}

/**
 * Parameters of a convolutional layer: its weights and biases, whatever the size of the images.
 *
 * $$P = F (k_h k_w C + 1), \qquad P_{\text{without bias}} = F k_h k_w C$$
 *
 * - $k_h$, $k_w$ `kernel`: rows and columns of the kernel
 * - $C$ `channels`: of the input
 * - $F$ `filters`: channels of the output
 *
 * A bottleneck saves most of them: 1x1 filters down to 64 channels and 3x3 ones back to 256 have 16448 + 147712 = 164160
 * parameters, where 3x3 filters from 256 to 256 channels have 590080.
 *
 * @throws {TypeError} `kernel` is not a pair, or `options` is not an object.
 * @throws {RangeError} A side of the kernel, `channels` or `filters` is not a positive integer, an option is unknown or not
 * a boolean, or the count is larger than $2^{53} - 1$.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 9.2; He et al. (2016), Deep Residual Learning for
 * Image Recognition, figure 5. Lecture 5.
 * @example convParameterCount([3, 3], 64, 256) // 147712
 */
export function convParameterCount(
  kernel: Pair,
  channels: number,
  filters: number,
  options: ConvParameterCountOptions = {},
): number {
  expectOptions(options, ['bias']);
  const { bias = true } = options;
  expectPair('kernel', kernel);
  expectInteger('channels', channels, 1);
  expectInteger('filters', filters, 1);
  expectChoice('options.bias', bias, [true, false]);
  const [kh, kw] = kernel;
  const count = filters * (kh * kw * channels + (bias ? 1 : 0));
  if (count > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`kernel: expected at most ${Number.MAX_SAFE_INTEGER} parameters in all, got ${count}`);
  }
  return count;
}
