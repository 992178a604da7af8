import { expectPossible, type NdArray, tensor } from '../ndarray.ts';
import { wholePower } from '../optimizers/shared/whole-power.ts';
import { expectInteger } from '../options.ts';
import { type Pair, pairProduct, pairQuotient } from '../pair.ts';
import { pairExponential } from './shared/pair-exponential.ts';
import { sineAndCosine } from './shared/sine-and-cosine.ts';

const LOG_OF_10000: Pair = [9.210340371976184, -8.683024893528997e-16];

/**
 * Positional encoding: each position as sines and cosines of wavelengths from 2 pi to nearly 10000 times that.
 *
 * $$p_{t, 2i} = \sin \frac{t}{10000^{2i / d}}, \qquad p_{t, 2i + 1} = \cos \frac{t}{10000^{2i / d}}$$
 *
 * - $t$ from 0 to `length` - 1: the position, a row
 * - $d$ `width`: the number of columns, even; $i$ from 0 to $d / 2 - 1$
 * - $p$ `[length, width]`
 *
 * Sines and cosines alternate, as in the paper; some libraries put all sines first. Power, angle, sine and cosine are computed
 * in pairs of numbers, by sums, products and quotients alone: they are off by less than $2^{-80}$ and then rounded once, so
 * that the bits do not depend on the engine, as those of `Math.pow`, `Math.sin` and `Math.cos` do.
 *
 * @throws {RangeError} `length` is not a positive integer, `width` is not an even one, or the result would be too large.
 * @see Vaswani et al. (2017), Attention Is All You Need, section 3.5. Lecture 11.
 * @example positionalEncoding(1, 4) // [[0, 1, 0, 1]]
 */
export function positionalEncoding(length: number, width: number): NdArray {
  expectPositionalEncoding(length, width);
  const p = tensor([length, width]);
  // Equivalent mutant: `width - 1` (the width is even)
  for (let i = 0; 2 * i < width; i++) {
    const frequency = frequencyOf(i, width);
    // Equivalent mutants: one more t (what it writes beyond the end is ignored)
    for (let t = 0; t < length; t++) {
      const { sine, cosine } = sineAndCosine(pairProduct([t, 0], frequency));
      p.set(t, 2 * i, sine);
      p.set(t, 2 * i + 1, cosine);
    }
  }
  return p;
}

/** @throws {RangeError} As `positionalEncoding` does. */
export function expectPositionalEncoding(length: number, width: number): void {
  expectInteger('length', length, 1);
  expectInteger('width', width, 2);
  if (width % 2 !== 0) throw new RangeError(`width: expected an even number, for sines and cosines, got ${width}`);
  expectPossible('length', [length, width]);
}

/** 10000^(-2i / d) */
function frequencyOf(i: number, width: number): Pair {
  const { mantissa, exponent } = pairExponential(pairProduct(pairQuotient([-2 * i, 0], [width, 0]), LOG_OF_10000));
  const scale = wholePower(0.5, -exponent);
  return [mantissa[0] * scale, mantissa[1] * scale];
}
