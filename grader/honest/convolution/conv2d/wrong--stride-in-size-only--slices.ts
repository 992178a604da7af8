const padRows = (rows, before, after, blank) => [...Array.from({ length: before }, blank), ...rows, ...Array.from({ length: after }, blank)];

export function conv2d(x, kernel, bias, options = {}) {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  const channels = x[0][0][0].length;
  if (channels !== kernel[0][0].length) throw new Error('channels');
  const spans = [kernel.length, kernel[0].length].map((k, axis) => (k - 1) * dilations[axis] + 1);
  return x.map((image) => {
    let [h, w] = [image.length, image[0].length];
    if (padding === 'same') {
      const zero = () => Array(channels).fill(0);
      const [down, right] = [h, w].map((n, axis) => Math.max((Math.ceil(n / strides[axis]) - 1) * strides[axis] + spans[axis] - n, 0));
      const wide = image.map((row) => padRows(row, right >> 1, right - (right >> 1), zero));
      image = padRows(wide, down >> 1, down - (down >> 1), () => wide[0].map(zero));
      [h, w] = [image.length, image[0].length];
    }
    if (spans[0] > h || spans[1] > w) throw new Error('the kernel is larger than the image');
    const rows = Math.floor((h - spans[0]) / strides[0]) + 1, columns = Math.floor((w - spans[1]) / strides[1]) + 1;
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => {
      const window = image.slice(i, i + spans[0]).map((row) => row.slice(j, j + spans[1]));
      return bias.map((b, o) => b + kernel.flatMap((row, u) => row.flatMap((taps, v) => taps.map((t, c) => t[o] * window[u * dilations[0]][v * dilations[1]][c]))).reduce((s, t) => s + t, 0));
    }));
  });
}
