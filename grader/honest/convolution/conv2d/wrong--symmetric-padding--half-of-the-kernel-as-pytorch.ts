export const conv2d = (x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) => {
  const extent = [dilations[0] * (kernel.length - 1) + 1, dilations[1] * (kernel[0].length - 1) + 1];
  const pad = padding === 'same' ? extent.map((k) => k >> 1) : [0, 0];
  const out = [0, 1].map((axis) => Math.floor(((axis ? x[0][0] : x[0]).length + 2 * pad[axis] - extent[axis]) / strides[axis]) + 1);
  if (out.some((n) => n < 1) || kernel[0][0].length !== x[0][0][0].length) throw new Error('shapes');
  const pixel = (image, i, j, c) => image[i - pad[0]]?.[j - pad[1]]?.[c] ?? 0;
  const range = (n) => [...Array(n).keys()];
  return x.map((image) => range(out[0]).map((i) => range(out[1]).map((j) => bias.map((b, o) => {
    let value = b;
    kernel.forEach((row, u) => row.forEach((taps, v) => taps.forEach((w, c) => {
      value += w[o] * pixel(image, i * strides[0] + u * dilations[0], j * strides[1] + v * dilations[1], c);
    })));
    return value;
  }))));
};
