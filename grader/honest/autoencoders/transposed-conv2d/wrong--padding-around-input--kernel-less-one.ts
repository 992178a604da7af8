const zeros = (...shape) => shape.length === 0 ? 0 : Array.from({ length: shape[0] }, () => zeros(...shape.slice(1)));

export const transposedConv2d = (y, kernel, { strides: [sh, sw] = [1, 1], padding = 'valid' } = {}) => {
  const [kh, kw, filters, channels] = [kernel.length, kernel[0].length, kernel[0][0].length, kernel[0][0][0].length];
  const [ph, pw] = padding === 'same' ? [kh - 1, kw - 1] : [0, 0];
  const [h, w] = [y[0].length + ph, y[0][0].length + pw];
  const padded = zeros(y.length, h, w, channels);
  y.forEach((image, n) => image.forEach((row, i) => row.forEach((pixel, j) => { padded[n][i + (ph >> 1)][j + (pw >> 1)] = pixel; })));
  const out = zeros(y.length, (h - 1) * sh + Math.max(kh, sh), (w - 1) * sw + Math.max(kw, sw), filters);
  for (let n = 0; n < y.length; n++)
    for (let i = 0; i < h; i++)
      for (let j = 0; j < w; j++)
        for (let u = 0; u < kh; u++)
          for (let v = 0; v < kw; v++)
            for (let o = 0; o < filters; o++)
              for (let c = 0; c < channels; c++) out[n][i * sh + u][j * sw + v][o] += padded[n][i][j][c] * kernel[u][v][o][c];
  return out;
};
