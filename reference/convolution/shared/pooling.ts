import { imagesShape, type NdArray } from '../../ndarray.ts';
import { expectChoice, expectOptions } from '../../options.ts';
import { expectFits, expectPair, type Pair, type SlidingWindow, slidingWindows, tapsInside } from './sliding-window.ts';

export interface PoolOptions {
  /** rows and columns of a window; default [2, 2] */
  window?: Pair;
  /** rows and columns from one window to the next; default the window, so that windows lie side by side */
  strides?: Pair;
  /** 'valid': windows within the image; 'same': ceil(size / stride) windows, as in TensorFlow; default 'valid' */
  padding?: 'valid' | 'same';
}

/** The position of a pixel in its image. */
export interface Pixel {
  row: number;
  column: number;
}

/** The complete options of a pooling, after all arguments have been checked. */
export function expectPoolArguments(x: NdArray, options: PoolOptions): Required<PoolOptions> {
  expectOptions(options, ['window', 'strides', 'padding']);
  const { window = [2, 2], padding = 'valid' } = options;
  expectPair('options.window', window);
  const { strides = window } = options;
  expectPair('options.strides', strides);
  expectChoice('options.padding', padding, ['valid', 'same']);
  const [, height, width] = imagesShape('x', x);
  expectFits('options.window', [height, width], window, { strides, dilations: [1, 1], padding });
  return { window, strides, padding };
}

/** The windows along the height and along the width of images. */
export function poolWindows(x: NdArray, pool: Required<PoolOptions>): [rows: SlidingWindow, columns: SlidingWindow] {
  const [, height, width] = imagesShape('x', x); // equivalent mutant: `""` (x has been checked before)
  return slidingWindows([height, width], pool.window, { ...pool, dilations: [1, 1] });
}

/** The pixels $W_{ij}$ of the window at row i and column j that lie within the image, in reading order. */
export function pixelsOf(rows: SlidingWindow, i: number, columns: SlidingWindow, j: number): Pixel[] {
  const across = tapsInside(columns, j);
  return tapsInside(rows, i).flatMap(({ at: row }) => across.map(({ at: column }): Pixel => ({ row, column })));
}
