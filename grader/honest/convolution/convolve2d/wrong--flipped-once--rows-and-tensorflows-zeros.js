export function convolve2d(image, kernel, padding = 'valid') {
  const k = [...kernel].reverse();
  const [H, W, h, w] = [image.length, image[0].length, k.length, k[0].length];
  if (padding === 'valid' && (h > H || w > W)) throw new Error('the kernel is larger than the image');
  const before = (n) => (padding === 'full' ? n - 1 : padding === 'same' ? (n - 1) >> 1 : 0);
  const size = (n, m) => (padding === 'full' ? n + m - 1 : padding === 'same' ? n : n - m + 1);
  return Array.from({ length: size(H, h) }, (_, i) =>
    Array.from({ length: size(W, w) }, (_, j) => {
      let sum = 0;
      for (let u = 0; u < h; u++)
        for (let v = 0; v < w; v++) sum += k[u][v] * (image[i + u - before(h)]?.[j + v - before(w)] ?? 0);
      return sum;
    }),
  );
}
