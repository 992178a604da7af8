const transpose = (m) => m[0].map((_, j) => m.map((row) => row[j]));

export function convolve2d(image, kernel, padding = 'valid') {
  if (padding === 'valid' && (kernel.length > image.length || kernel[0].length > image[0].length)) throw new Error('too large');
  const k = transpose(kernel);
  const [h, w, kh, kw] = [image.length, image[0].length, k.length, k[0].length];
  const part = (n, m) => (padding === 'full' ? [0, n + m - 1] : padding === 'same' ? [(m - 1) >> 1, n] : [m - 1, n - m + 1]);
  const [top, rows] = part(h, kh);
  const [left, columns] = part(w, kw);
  return Array.from({ length: Math.max(0, rows) }, (_, i) =>
    Array.from({ length: Math.max(0, columns) }, (_, j) => {
      let s = 0;
      for (let u = 0; u < kh; u++) for (let v = 0; v < kw; v++) s += k[u][v] * (image[i + top - u]?.[j + left - v] ?? 0);
      return s;
    }),
  );
}
