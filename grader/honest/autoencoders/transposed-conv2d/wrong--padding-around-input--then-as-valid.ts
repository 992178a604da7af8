type Images = number[][][][];

/** p zeros above and on the left, the rest of them below and on the right. */
function surround(image: number[][][], [rows, columns]: [number, number]): number[][][] {
  const channels = image[0]![0]!.length;
  const [h, w] = [image.length + rows, image[0]!.length + columns];
  const [top, left] = [Math.floor(rows / 2), Math.floor(columns / 2)];
  return Array.from({ length: h }, (_, i) => Array.from({ length: w }, (_, j) => image[i - top]?.[j - left] ?? Array<number>(channels).fill(0)));
}

export function transposedConv2d(y: Images, kernel: Images, { strides = [1, 1], padding = 'valid' }: { strides?: number[]; padding?: string } = {}): Images {
  const [kh, kw] = [kernel.length, kernel[0]!.length];
  const zeros: [number, number] = padding === 'same' ? [Math.max(kh - strides[0]!, 0), Math.max(kw - strides[1]!, 0)] : [0, 0];
  return y.map((small) => {
    const image = surround(small, zeros);
    const height = (image.length - 1) * strides[0]! + Math.max(kh, strides[0]!);
    const width = (image[0]!.length - 1) * strides[1]! + Math.max(kw, strides[1]!);
    const out = Array.from({ length: height }, () => Array.from({ length: width }, () => kernel[0]![0]!.map(() => 0)));
    image.forEach((row, i) => row.forEach((pixel, j) => kernel.forEach((taps, u) => taps.forEach((weights, v) => weights.forEach((w, o) => {
      out[i * strides[0]! + u]![j * strides[1]! + v]![o]! += w.reduce((s, k, c) => s + k * pixel[c]!, 0);
    })))));
    return out;
  });
}
