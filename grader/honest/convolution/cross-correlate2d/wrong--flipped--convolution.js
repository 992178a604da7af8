// y[i][j] = sum of weight(u, v) times the pixel below it
function slide(image, kernel, padding, weight, pixel) {
  const [h, w, kh, kw] = [image.length, image[0].length, kernel.length, kernel[0].length];
  if (padding === 'valid' && (kh > h || kw > w)) throw new Error('kernel larger than the image');
  const along = (n, k) =>
    padding === 'full' ? [1 - k, n + k - 1] : padding === 'same' ? [-Math.floor(k / 2), n] : [0, n - k + 1];
  const [top, rows] = along(h, kh);
  const [left, columns] = along(w, kw);
  const out = [];
  for (let i = 0; i < rows; i++) {
    const row = [];
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let u = 0; u < kh; u++)
        for (let v = 0; v < kw; v++) sum += weight(u, v, kh, kw) * pixel(i + top + u, j + left + v);
      row.push(sum);
    }
    out.push(row);
  }
  return out;
}

export function crossCorrelate2d(image, kernel, padding = 'valid') {
  return slide(image, kernel, padding, (u, v, kh, kw) => kernel[kh - 1 - u][kw - 1 - v], (r, s) => image[r]?.[s] ?? 0);
}
