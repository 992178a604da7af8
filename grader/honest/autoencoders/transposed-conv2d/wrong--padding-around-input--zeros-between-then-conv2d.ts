// A transposed convolution is a convolution of the image with zeros between its pixels.
function stretch(image, [sh, sw]) {
  const channels = image[0][0].length;
  const rows = (image.length - 1) * sh + 1, columns = (image[0].length - 1) * sw + 1;
  const big = [];
  for (let i = 0; i < rows; i++) {
    big.push([]);
    for (let j = 0; j < columns; j++) big[i].push(i % sh === 0 && j % sw === 0 ? image[i / sh][j / sw] : Array(channels).fill(0));
  }
  return big;
}

export function transposedConv2d(y, kernel, options = {}) {
  const { strides = [1, 1], padding = 'valid' } = options;
  const kh = kernel.length, kw = kernel[0].length, filters = kernel[0][0].length;
  const turned = kernel.slice().reverse().map((row) => row.slice().reverse());
  const pad = padding === 'same' ? [Math.floor((kh - 1) / 2), Math.floor((kw - 1) / 2)] : [0, 0];
  return y.map((image) => {
    const big = stretch(image, strides);
    const h = padding === 'same' ? big.length : big.length - kh + 1;
    const w = padding === 'same' ? big[0].length : big[0].length - kw + 1;
    const result = [];
    for (let i = 0; i < h; i++) {
      const row = [];
      for (let j = 0; j < w; j++) {
        const pixel = Array(filters).fill(0);
        for (let u = 0; u < kh; u++) {
          for (let v = 0; v < kw; v++) {
            const source = big[i + u - pad[0]]?.[j + v - pad[1]];
            if (!source) continue;
            for (let o = 0; o < filters; o++) for (let c = 0; c < source.length; c++) pixel[o] += source[c] * turned[u][v][o][c];
          }
        }
        row.push(pixel);
      }
      result.push(row);
    }
    return result;
  });
}
