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

export function bottleneck(x, reduce, conv) {
  const [[weights], ...more] = reduce.kernel;
  if (more.length > 0 || reduce.kernel[0].length > 1) throw new Error('not 1x1');
  const reduced = x.map((image) =>
    image.map((row) =>
      row.map((pixel) => reduce.bias.map((b, m) => Math.max(0, pixel.reduce((sum, p, c) => sum + p * weights[c][m], b)))),
    ),
  );
  return features(reduced, conv.kernel, conv.bias);
}
