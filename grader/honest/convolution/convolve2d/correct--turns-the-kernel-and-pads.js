const zeros = (rows, columns) => Array.from({ length: rows }, () => Array(columns).fill(0));

export function convolve2d(image, kernel, padding = 'valid') {
  const k = kernel.map((row) => [...row].reverse()).reverse();
  const around = (n) => (padding === 'full' ? [n - 1, n - 1] : padding === 'same' ? [n >> 1, (n - 1) >> 1] : [0, 0]);
  const [top, bottom] = around(k.length);
  const [left, right] = around(k[0].length);
  const padded = zeros(image.length + top + bottom, image[0].length + left + right);
  image.forEach((row, i) => row.forEach((x, j) => { padded[i + top][j + left] = x; }));
  const rows = padded.length - k.length + 1;
  const columns = padded[0].length - k[0].length + 1;
  if (rows < 1 || columns < 1) throw new RangeError('the kernel does not fit');
  const out = zeros(rows, columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      out[i][j] = k.reduce((s, row, u) => s + row.reduce((t, w, v) => t + w * padded[i + u][j + v], 0), 0);
  return out;
}
