const pad = (image, kh, kw) => {
  const [h, w, c] = [image.length, image[0].length, image[0][0].length];
  const top = (kh - 1) >> 1;
  const left = (kw - 1) >> 1;
  const zero = new Array(c).fill(0);
  const padded = Array.from({ length: h + kh - 1 }, () => Array.from({ length: w + kw - 1 }, () => zero));
  for (let i = 0; i < h; i++) for (let j = 0; j < w; j++) padded[i + top][j + left] = image[i][j];
  return padded;
};

const dot = (a, b) => a.reduce((sum, x, i) => sum + x * b[i], 0);

function features(x, kernel, bias) {
  const [kh, kw] = [kernel.length, kernel[0].length];
  const columns = bias.map((_, o) => kernel.flatMap((row) => row.flatMap((into) => into.map((out) => out[o]))));
  return x.map((image) => {
    const padded = pad(image, kh, kw);
    return image.map((row, i) =>
      row.map((_, j) => {
        const patch = padded.slice(i, i + kh).flatMap((line) => line.slice(j, j + kw).flat());
        return columns.map((weights, o) => {
          const z = dot(patch, weights) + bias[o];
          return z > 0 ? z : 0;
        });
      }),
    );
  });
}

export function residual(x, kernel, bias) {
  const channels = x[0][0][0].length;
  if (bias.length !== channels) throw new RangeError(`expected ${channels} channels out, got ${bias.length}`);
  const f = features(x, kernel, bias);
  return x.map((image, n) => image.map((row, i) => row.map((pixel, j) => pixel.map((p, c) => p + f[n][i][j][c]))));
}
