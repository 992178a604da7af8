import { flat, imagesShape, type NdArray, tensor } from '../ndarray.ts';
import { expectFinite, expectInteger, expectOptions } from '../options.ts';
import { randomUnits } from '../tensors/shared/random-bits.ts';

export interface CorruptionOptions {
  /** the probability that a pixel is set to 0, of 0..1; default 0.25 */
  rate?: number;
  /** the standard deviation of the noise that is added, 0 or more; default 0 */
  deviation?: number;
}

/**
 * Corrupts images for a denoising autoencoder, which is to give them back as they were: adds noise to every number and
 * sets random pixels to 0, in all of their channels. The same seed corrupts alike on every machine.
 *
 * $$y_{nijc} = b_{nij} (x_{nijc} + \sigma \epsilon_{nijc}), \qquad b = [u \ge \rho], \qquad
 * \epsilon = \sqrt{-2 \ln u'} \cos(2 \pi u''), \qquad u, u', u'' \sim U(0, 1)$$
 *
 * - $x$ `x` `[N, H, W, C]`: images
 * - `seed` a whole number of 0 to 2^32 - 1: first every pixel gets its $u$, in row-major order, then every number its
 *   $u'$ and $u''$
 * - $\rho$ `rate`, $\sigma$ `deviation`
 * - $y$ of the shape of $x$
 *
 * What is kept is not scaled up, unlike in dropout: a pixel that is missing looks dark.
 *
 * @throws {TypeError} `x` is not an ndarray, or an option is not a number.
 * @throws {RangeError} `x` is not of rank 4 or is empty, `seed` is not a whole number of that range, `rate` is outside of
 * 0..1, `deviation` is below 0 or not finite, or an option is unknown.
 * @see Vincent et al. (2010), Stacked Denoising Autoencoders, section 3.3. Lecture 8.
 * @example denoisingCorruption(tensor([1, 1, 2, 1], [3, 5]), 1, { rate: 1 }) // [[[[0], [0]]]]
 */
export function denoisingCorruption(x: NdArray, seed: number, options: CorruptionOptions = {}): NdArray {
  const { rate, deviation } = expectCorruption(x, seed, options);
  const { ofPixels, ofNumbers } = corruptionUnits(x, seed);
  const channels = x.size / ofPixels.length;
  const corrupted = flat(x).map((xi, i) => {
    if ((ofPixels[Math.floor(i / channels)] as number) < rate) return 0;
    const [radius, angle] = [ofNumbers[2 * i] as number, ofNumbers[2 * i + 1] as number];
    return xi + deviation * (Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * angle));
  });
  return tensor(x.shape, corrupted);
}

/** The random numbers of a seed: one for each pixel, and two for each number. */
export function corruptionUnits(x: NdArray, seed: number): { ofPixels: number[]; ofNumbers: number[] } {
  const [images, height, width] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  const pixels = images * height * width;
  // Equivalent mutants: `2 + 1`, `2 * (1 + 1e-6)` (draws beyond these are never read)
  const units = randomUnits(seed, pixels + 2 * x.size);
  return { ofPixels: units.slice(0, pixels), ofNumbers: units.slice(pixels) };
}

/** The complete options, after all arguments have been checked. */
export function expectCorruption(x: NdArray, seed: number, options: CorruptionOptions): Required<CorruptionOptions> {
  imagesShape('x', x);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  expectOptions(options, ['rate', 'deviation']);
  const { rate = 0.25, deviation = 0 } = options;
  expectFinite('options.rate', rate);
  if (rate < 0 || rate > 1) throw new RangeError(`options.rate: expected a rate of 0..1, got ${rate}`);
  expectFinite('options.deviation', deviation);
  if (deviation < 0) throw new RangeError(`options.deviation: expected 0 or more, got ${deviation}`);
  return { rate, deviation };
}
