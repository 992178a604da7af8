export function conv2d(x, kernel, bias, { strides: [sh, sw] = [1, 1], dilations: [dh, dw] = [1, 1], padding = 'valid' } = {}) {
  const [H, W] = [x[0].length, x[0][0].length];
  const [kh, kw] = [dh * (kernel.length - 1) + 1, dw * (kernel[0].length - 1) + 1];
  if (kernel[0][0].length !== x[0][0][0].length || (padding !== 'same' && (kh > H || kw > W))) throw new Error('shapes');
  const axis = (n, k, s) => {
    if (padding !== 'same') return [Math.ceil((n - k) / s) + 1, 0];
    const outputs = Math.ceil(n / s);
    return [outputs, Math.floor(Math.max((outputs - 1) * s + k - n, 0) / 2)];
  };
  const [[rows, top], [columns, left]] = [axis(H, kh, sh), axis(W, kw, sw)];
  return x.map((image) => Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => bias.map((b, o) =>
    kernel.reduce((a, row, u) => row.reduce((s, taps, v) => taps.reduce((t, w, c) => t + w[o] * (image[i * sh + u * dh - top]?.[j * sw + v * dw - left]?.[c] ?? 0), s), a), b)))));
}
