type Matrix = number[][];
type Padding = 'valid' | 'same' | 'full';

function convolve(image: Matrix, kernel: Matrix): Matrix {
  const out = Array.from({ length: image.length + kernel.length - 1 }, () =>
    new Float64Array(image[0].length + kernel[0].length - 1),
  );
  image.forEach((row, r) =>
    row.forEach((x, s) => kernel.forEach((ks, u) => ks.forEach((k, v) => { out[r + u][s + v] += x * k; }))),
  );
  return out.map((row) => Array.from(row));
}

export function crossCorrelate2d(image: Matrix, kernel: Matrix, padding: Padding = 'valid'): Matrix {
  const [h, w, kh, kw] = [image.length, image[0].length, kernel.length, kernel[0].length];
  const full = convolve(image, kernel.map((row) => row.toReversed()).toReversed());
  switch (padding) {
    case 'full':
      return full;
    case 'same': {
      const [t, l] = [Math.ceil(kh / 2) - 1, Math.ceil(kw / 2) - 1];
      return full.slice(t, t + h).map((row) => row.slice(l, l + w));
    }
    default:
      if (h < kh || w < kw) throw new Error('valid needs a kernel within the image');
      return full.slice(kh - 1, h).map((row) => row.slice(kw - 1, w));
  }
}
