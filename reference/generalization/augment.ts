import { imagesShape, type NdArray, tensor, zip } from '../ndarray.ts';
import { expectNotNegative } from '../optimizers/shared/optimizer-arguments.ts';
import { expectChoice, expectInteger, expectOptions } from '../options.ts';
import { randomNormal } from '../tensors/random-normal.ts';

/** What is done to images, in this order. */
export interface AugmentOptions {
  /** the first row that is kept; default 0 */
  top?: number;
  /** the first column that is kept; default 0 */
  left?: number;
  /** how many rows are kept; absent, all from `top` on */
  height?: number;
  /** how many columns are kept; absent, all from `left` on */
  width?: number;
  /** 'horizontal' exchanges left and right, 'vertical' top and bottom, 'both' turns by 180 degrees; default 'none' */
  flip?: 'none' | 'horizontal' | 'vertical' | 'both';
  /** by how many rows the images move down, below 0 up; default 0 */
  down?: number;
  /** by how many columns they move to the right, below 0 to the left; default 0 */
  right?: number;
  /** the standard deviation of the normal noise that is added; default 0 */
  noise?: number;
  /** of the noise, a whole number of 0 to 2^32 - 1; default 0 */
  seed?: number;
}

const LEAST_SHIFT = -(2 ** 31);
const MOST_SHIFT = 2 ** 31 - 1;

/**
 * Augmentation: images that show the same thing are made from others, by a crop, a flip, a shift and noise, in this order.
 *
 * $$y_{nijc} = x_{n, t + f(i - d), l + g(j - r), c} + \sigma z_{nijc}, \qquad f(i) = i \text{ or } h - 1 - i, \qquad
 * g(j) = j \text{ or } w - 1 - j$$
 *
 * - $x$ `x` `[B, H, W, C]`: images
 * - $t$, $l$, $h$, $w$ `top`, `left`, `height`, `width`: the crop; all of the image by default
 * - $f$, $g$ `flip`: turned around if it is vertical, or horizontal, or both
 * - $d$, $r$ `down`, `right`: the shift; pixels that come in from outside are 0, and those that leave are lost
 * - $\sigma$ `noise`, with $z$ standard normal draws from `seed`, another one for each number
 * - $y$ `[B, h, w, C]`
 *
 * All images of a batch are cropped, flipped and shifted alike; draw the options anew for each batch.
 *
 * @throws {TypeError} `x` is not an ndarray, or the options are not an object.
 * @throws {RangeError} `x` is not of rank 4 or is empty, the crop reaches beyond the images, or an option is out of its range or unknown.
 * @see Goodfellow, Bengio, Courville (2016), Deep Learning, section 7.4. Lecture 6.
 * @example augment(tensor([1, 1, 3, 1], [1, 2, 3]), { flip: 'horizontal', right: 1 }) // [[[[0], [3], [2]]]]
 */
export function augment(x: NdArray, options: AugmentOptions = {}): NdArray {
  const { shape, top, left, flip, down, right, noise, seed } = augmentArguments(x, options);
  const [B, h, w, C] = shape;
  const y = tensor(shape);
  for (let i = 0; i < h; i++) {
    for (let j = 0; j < w; j++) {
      const [row, column] = [i - down, j - right];
      if (row < 0 || row >= h || column < 0 || column >= w) continue;
      const from = top + (flip === 'vertical' || flip === 'both' ? h - 1 - row : row);
      const at = left + (flip === 'horizontal' || flip === 'both' ? w - 1 - column : column);
      // Equivalent mutants: one more n (what it writes beyond the end is ignored)
      for (let n = 0; n < B; n++) for (let c = 0; c < C; c++) y.set(n, i, j, c, x.get(n, from, at, c));
    }
  }
  if (noise === 0) return y; // equivalent mutant: `if (false)` (nothing is added)
  return zip(y, randomNormal(shape, seed) as NdArray, (pixel, z) => pixel + noise * z);
}

/** The shape of the result of legal arguments, and the options with their defaults. */
export function augmentArguments(
  x: NdArray,
  options: AugmentOptions,
): Required<AugmentOptions> & { shape: [B: number, h: number, w: number, C: number] } {
  expectOptions(options, ['top', 'left', 'height', 'width', 'flip', 'down', 'right', 'noise', 'seed']);
  const [B, H, W, C] = imagesShape('x', x);
  const { top = 0, left = 0, flip = 'none', down = 0, right = 0, noise = 0, seed = 0 } = options;
  expectInteger('options.top', top, 0, H - 1);
  expectInteger('options.left', left, 0, W - 1);
  const { height = H - top, width = W - left } = options;
  expectInteger('options.height', height, 1, H - top);
  expectInteger('options.width', width, 1, W - left);
  expectChoice('options.flip', flip, ['none', 'horizontal', 'vertical', 'both']);
  expectInteger('options.down', down, LEAST_SHIFT, MOST_SHIFT);
  expectInteger('options.right', right, LEAST_SHIFT, MOST_SHIFT);
  expectNotNegative('options.noise', noise);
  expectInteger('options.seed', seed, 0, 2 ** 32 - 1);
  return { shape: [B, height, width, C], top, left, height, width, flip, down, right, noise, seed };
}
