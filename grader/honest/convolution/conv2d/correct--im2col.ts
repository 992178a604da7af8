const dot = (a, b) => a.reduce((s, v, k) => s + v * b[k], 0);
export const conv2d = (x, kernel, bias, options = {}) => {
  const { strides: [sh, sw] = [1, 1], dilations: [dh, dw] = [1, 1], padding = 'valid' } = options;
  const [KH, KW, C, O] = [kernel.length, kernel[0].length, kernel[0][0].length, bias.length], [H, W] = [x[0].length, x[0][0].length];
  if (x[0][0][0].length !== C) throw new Error('channels');
  const eh = KH + (KH - 1) * (dh - 1), ew = KW + (KW - 1) * (dw - 1);
  let img = x;
  if (padding === 'same') {
    const ph = Math.max(0, (Math.ceil(H / sh) - 1) * sh + eh - H), pw = Math.max(0, (Math.ceil(W / sw) - 1) * sw + ew - W);
    const zero = () => Array(C).fill(0), t = ph >> 1, l = pw >> 1;
    const blank = () => Array.from({ length: W + pw }, zero);
    img = x.map((im) => [...Array.from({ length: t }, blank), ...im.map((r) => [...Array.from({ length: l }, zero), ...r, ...Array.from({ length: pw - l }, zero)]), ...Array.from({ length: ph - t }, blank)]);
  } else if (eh > H || ew > W) throw new Error('too large');
  const weights = Array.from({ length: O }, (_, o) => kernel.flatMap((r) => r.flatMap((p) => p.map((c) => c[o]))));
  return img.map((im) => { const rows = []; for (let i = 0; i + eh <= im.length; i += sh) { const row = []; for (let j = 0; j + ew <= im[0].length; j += sw) { const patch = kernel.flatMap((r, u) => r.flatMap((_, v) => im[i + u * dh][j + v * dw])); row.push(weights.map((w, o) => dot(w, patch) + bias[o])); } rows.push(row); } return rows; });
};
