type Options = { strides?: [number, number]; dilations?: [number, number]; padding?: 'same' | 'valid' };

const size = (n: number, k: number, s: number): number => Math.floor((n - k) / s) + 1;

/** As many rows of zeros below as above, as many columns to the right as to the left. */
function zeroPadded(image: number[][][], rows: number, columns: number): number[][][] {
  const channels = image[0]![0]!.length;
  const zero = (): number[] => new Array(channels).fill(0);
  const width = image[0]!.length + 2 * columns;
  const blank = (): number[][] => Array.from({ length: width }, zero);
  const sides = (): number[][] => Array.from({ length: columns }, zero);
  return [
    ...Array.from({ length: rows }, blank),
    ...image.map((row) => [...sides(), ...row, ...sides()]),
    ...Array.from({ length: rows }, blank),
  ];
}

function around(n: number, k: number, s: number): number {
  const needed = (Math.ceil(n / s) - 1) * s + k - n;
  return Math.max(0, Math.ceil(needed / 2));
}

export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options: Options = {}) {
  const { strides: [sh, sw] = [1, 1], dilations: [dh, dw] = [1, 1], padding = 'valid' } = options;
  if (x[0]![0]![0]!.length !== kernel[0]![0]!.length) throw new RangeError('channels differ');
  const kh = dh * (kernel.length - 1) + 1;
  const kw = dw * (kernel[0]!.length - 1) + 1;
  const images = padding === 'same' ? x.map((image) => zeroPadded(image, around(image.length, kh, sh), around(image[0]!.length, kw, sw))) : x;
  const height = size(images[0]!.length, kh, sh), width = size(images[0]![0]!.length, kw, sw);
  if (height < 1 || width < 1) throw new RangeError('the kernel is too large');
  const at = (image: number[][][], i: number, j: number, o: number): number =>
    kernel.reduce((total, row, u) => total + row.reduce((inner, taps, v) => inner + taps.reduce((s, w, c) => s + w[o]! * image[i * sh + u * dh]![j * sw + v * dw]![c]!, 0), 0), bias[o]!);
  return images.map((image) => Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j) => bias.map((_, o) => at(image, i, j, o)))));
}
