function conv(x: number[][][][], kernel: number[][][][], bias: number[]): number[][][][] {
  const kh = kernel.length;
  const kw = kernel[0].length;
  const top = Math.floor((kh - 1) / 2);
  const left = Math.floor((kw - 1) / 2);
  return x.map((image) =>
    image.map((row, i) =>
      row.map((_, j) =>
        bias.map((b, o) => {
          let sum = b;
          for (let u = 0; u < kh; u++) {
            for (let v = 0; v < kw; v++) {
              const pixel = image[i + u - top]?.[j + v - left];
              if (pixel) pixel.forEach((p, c) => (sum += p * kernel[u][v][c][o]));
            }
          }
          return sum;
        }),
      ),
    ),
  );
}

const relu = (images: number[][][][]) =>
  images.map((image) => image.map((row) => row.map((pixel) => pixel.map((z) => Math.max(0, z)))));

type Layer = { kernel: number[][][][]; bias: number[] };

export function bottleneck(x: number[][][][], reduce: Layer, last: Layer): number[][][][] {
  if (reduce.kernel.length !== 1 || reduce.kernel[0].length !== 1) throw new Error('expected a 1x1 kernel');
  return relu(conv(conv(x, reduce.kernel, reduce.bias), last.kernel, last.bias));
}
