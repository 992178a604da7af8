export function convolve2d(image, kernel, padding = 'valid') {
  const [H, W, h, w] = [image.length, image[0].length, kernel.length, kernel[0].length];
  if (padding === 'valid' && (h > H || w > W)) throw new Error('kernel larger than the image');
  const [p, q] = { full: [h - 1, w - 1], same: [(h - 1) >> 1, (w - 1) >> 1], valid: [0, 0] }[padding];
  const top = { full: 0, same: (h - 1) >> 1, valid: h - 1 }[padding];
  const [rows, columns] = padding === 'same' ? [H, W] : padding === 'full' ? [H + h - 1, W + w - 1] : [H - h + 1, W - w + 1];
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      let s = 0;
      for (let u = 0; u < h; u++) for (let v = 0; v < w; v++) s += kernel[u][v] * (image[i + top - u]?.[j + v - q] ?? 0);
      return s;
    }),
  );
}
