type Vector = number[];
/** [batch, height, width, channel] */
type Images = number[][][][];
/** [kernel height, kernel width, channels in, channels out] */
type Kernel = number[][][][];

interface Options {
  /** of height and width */
  strides?: [number, number];
  /** of height and width */
  dilations?: [number, number];
  padding?: 'valid' | 'same';
}

/** The Conv2D layer; instructions.md beside this file says what that is. */
export function conv2d(
  x: Images,
  kernel: Kernel,
  bias: Vector,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: Options = {},
): Images {
  throw new Error('conv2d is not written yet');
}
