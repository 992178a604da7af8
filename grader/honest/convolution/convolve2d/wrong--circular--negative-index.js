export function convolve2d(image, kernel, padding = 'valid') {
  const [H, W, h, w] = [image.length, image[0].length, kernel.length, kernel[0].length];
  if (padding === 'valid' && (h > H || w > W)) throw new Error('kernel larger than the image');
  const part = (n, k) => ({ full: [0, n + k - 1], same: [(k - 1) >> 1, n], valid: [k - 1, n - k + 1] })[padding];
  const [top, rows] = part(H, h);
  const [left, columns] = part(W, w);
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      let s = 0;
      kernel.forEach((ks, u) => ks.forEach((k, v) => { s += k * (image.at(i + top - u)?.at(j + left - v) ?? 0); }));
      return s;
    }),
  );
}
