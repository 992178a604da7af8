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

const add = (a: number[][][][], b: number[][][][]) =>
  a.map((image, n) => image.map((row, i) => row.map((pixel, j) => pixel.map((p, c) => p + b[n][i][j][c]))));

export function residual(x: number[][][][], kernel: number[][][][], bias: number[]): number[][][][] {
  if (kernel[0][0][0].length !== x[0][0][0].length) throw new Error('channels differ');
  return add(relu(conv(x, kernel, bias.map(() => 0))), x);
}
