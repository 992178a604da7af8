/** [batch, height, width, channel] */
type Images = number[][][][];

interface Options {
  /** of height and width */
  strides?: [number, number];
  padding?: 'valid' | 'same';
}

/** The adjoint of conv2d; instructions.md beside this file says what that is. */
export function transposedConv2d(
  y: Images,
  kernel: number[][][][],
  { strides = [1, 1], padding = 'valid' }: Options = {},
): Images {
  throw new Error('transposedConv2d is not written yet');
}
