export const transposedConv2d = (y, kernel, options = {}) => {
  const { strides: [sh, sw] = [1, 1], padding } = options, KH = kernel.length, KW = kernel[0].length, h = y[0].length, w = y[0][0].length, same = padding === 'same';
  const H = same ? h * sh : (h - 1) * sh + Math.max(KH, sh), W = same ? w * sw : (w - 1) * sw + Math.max(KW, sw);
  const pt = same ? Math.max(0, KH - sh) >> 1 : 0, pl = same ? Math.max(0, KW - sw) >> 1 : 0;
  const range = (n) => [...Array(n).keys()];
  return y.map((im) => range(H).map((r) => range(W).map((s) => kernel[0][0].map((_, o) => range(KH).reduce((all, u) => range(KW).reduce((sum, v) => {
    const pixel = im[(r + pt - u) / sh]?.[(s + pl - v) / sw];
    return pixel ? kernel[u][v][o].reduce((q, k, c) => q + k * pixel[c], sum) : sum;
  }, all), 0)))));
};
