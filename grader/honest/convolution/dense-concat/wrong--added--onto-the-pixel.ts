export function denseConcat(x: number[][][][], kernel: number[][][][], bias: number[]): number[][][][] {
  const top = Math.floor((kernel.length - 1) / 2);
  const left = Math.floor((kernel[0].length - 1) / 2);
  return x.map((image) =>
    image.map((row, i) =>
      row.map((pixel, j) => {
        const f = bias.map((b, o) => {
          let z = b;
          kernel.forEach((taps, u) =>
            taps.forEach((into, v) => {
              const near = image[i + u - top]?.[j + v - left];
              near?.forEach((p, c) => (z += p * into[c][o]));
            }),
          );
          return Math.max(z, 0);
        });
        return pixel.map((p, c) => p + f[c]);
      }),
    ),
  );
}
