type Matrix = number[][];

export function convolve2d(image: Matrix, kernel: Matrix, padding: 'valid' | 'same' | 'full' = 'valid'): Matrix {
  const [h, w, kh, kw] = [image.length, image[0].length, kernel.length, kernel[0].length];
  if (padding === 'valid' && (kh > h || kw > w)) throw new Error('kernel larger than the image');
  const full: Matrix = Array.from({ length: h + kh - 1 }, () => new Array<number>(w + kw - 1).fill(0));
  for (let r = 0; r < h; r++)
    for (let s = 0; s < w; s++)
      for (let u = 0; u < kh; u++) for (let v = 0; v < kw; v++) full[r + u][s + v] += image[r][s] * kernel[u][v];
  const crop = (top: number, left: number, rows: number, columns: number): Matrix =>
    full.slice(top, top + rows).map((row) => row.slice(left, left + columns));
  if (padding === 'full') return full;
  if (padding === 'same') return crop(Math.floor((kh - 1) / 2), Math.floor((kw - 1) / 2), h, w);
  return crop(kh - 1, kw - 1, h - kh + 1, w - kw + 1);
}
