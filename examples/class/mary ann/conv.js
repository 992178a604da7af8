import { dot } from './helpers.js';

/** One axis: where the windows begin. */
function starts(size, extent, stride, padding) {
  if (padding === 'same') {
    const count = Math.ceil(size / stride);
    const pad = Math.max((count - 1) * stride + extent - size, 0);
    return Array.from({ length: count }, (_, i) => i * stride - Math.floor(pad / 2));
  }
  if (extent > size) throw new Error('the kernel does not fit');
  const list = [];
  for (let start = 0; start + extent <= size; start += stride) list.push(start);
  return list;
}

export function conv2d(x, kernel, bias, options = {}) {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  const kw = kernel.length;
  const kh = kernel[0].length;
  if (kernel[0][0].length !== x[0][0][0].length) throw new Error('channels do not match');
  const top = starts(x[0].length, (kh - 1) * dilations[0] + 1, strides[0], padding);
  const left = starts(x[0][0].length, (kw - 1) * dilations[1] + 1, strides[1], padding);

  return x.map((image) =>
    top.map((row) =>
      left.map((column) =>
        bias.map((b, out) => {
          let sum = b;
          for (let u = 0; u < kw; u++) {
            for (let v = 0; v < kh; v++) {
              const pixel = image[row + v * dilations[0]]?.[column + u * dilations[1]];
              if (pixel) sum += dot(pixel, kernel[u][v].map((weights) => weights[out]));
            }
          }
          return sum;
        }),
      ),
    ),
  );
}
