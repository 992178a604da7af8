const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
const starts = (n, k, same) => {
  const outputs = same ? Math.ceil(n / 2) : Math.floor((n - k) / 2) + 1;
  const pad = same ? Math.max((outputs - 1) * 2 + k - n, 0) : 0;
  return [...Array(outputs).keys()].map((i) => 2 * i - Math.floor(pad / 2));
};

export const averagePool2d = (x, { window: [kh, kw] = [2, 2], padding = 'valid' } = {}) =>
  x.map((image) => starts(image.length, kh, padding === 'same').map((top) =>
    starts(image[0].length, kw, padding === 'same').map((left) => image[0][0].map((_, c) => {
      const rows = image.filter((_, i) => i >= top && i < top + kh);
      return mean(rows.flatMap((row) => row.filter((_, j) => j >= left && j < left + kw).map((pixel) => pixel[c])));
    }))));
