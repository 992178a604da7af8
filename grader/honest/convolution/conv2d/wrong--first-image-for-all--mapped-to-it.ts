export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = "valid" } = {}) {
  
  if (x[0][0][0].length !== kernel[0][0].length) throw new Error('channels');
  const [sh, sw] = strides, [dh, dw] = dilations, same = padding === 'same';
  const kh = (kernel.length - 1) * dh + 1, kw = (kernel[0].length - 1) * dw + 1;
  if (padding === "valid" && (kh > x[0].length || kw > x[0][0].length)) throw new Error("kernel too large");
  const side = (n, k, s) => { const out = same ? Math.ceil(n / s) : Math.floor((n - k) / s) + 1; const pad = same ? Math.max((out - 1) * s + k - n, 0) : 0; return { out, before: Math.floor(pad / 2) }; };
  const H = x[0].length, W = x[0][0].length, top = side(H, kh, sh), left = side(W, kw, sw);
  return x.map(() => x[0]).map((image) => Array.from({ length: top.out }, (_, i) => Array.from({ length: left.out }, (_, j) => bias.map((_, o) => {
    let acc = bias[o];
    for (let u = 0; u < kernel.length; u++) for (let v = 0; v < kernel[0].length; v++) {
      const pixel = image[i * sh + u * dh - top.before]?.[j * sw + v * dw - left.before], w = kernel[u][v];
      if (pixel) acc += pixel.reduce((s, p, c) => s + p * w[c][o], 0);
    }
    return acc;
  }))));
}
