type Options = { strides?: [number, number]; dilations?: [number, number]; padding?: 'valid' | 'same' };
export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options?: Options): Float64Array[][][] {
  const [sh, sw] = options?.strides ?? [1, 1], [dh, dw] = options?.dilations ?? [1, 1];
  const H = x[0].length, W = x[0][0].length, C = x[0][0][0].length, KH = kernel.length, KW = kernel[0].length, O = bias.length;
  if (kernel[0][0].length !== C) throw new TypeError('kernel has other channels');
  const eh = dh * (KH - 1) + 1, ew = dw * (KW - 1) + 1, same = options?.padding === 'same';
  if (!same && (eh > H || ew > W)) throw new RangeError('kernel');
  const OH = same ? Math.ceil(H / sh) : Math.ceil((H - eh + 1) / sh), OW = same ? Math.ceil(W / sw) : Math.ceil((W - ew + 1) / sw);
  const t = same ? Math.max(0, (OH - 1) * sh + eh - H) >>> 1 : 0, l = same ? Math.max(0, (OW - 1) * sw + ew - W) >>> 1 : 0;
  return x.map((image) => {
    const out = new Float64Array(OH * OW * O);
    for (let r = 0; r < H; r++) for (let s = 0; s < W; s++) for (let u = 0; u < KH; u++) for (let v = 0; v < KW; v++) {
      const a = r + t - u * dh, b = s + l - v * dw;
      if (a % sh || b % sw || a < 0 || b < 0 || a / sh >= OH || b / sw >= OW) continue;
      const base = ((a / sh) * OW + b / sw) * O;
      for (let c = 0; c < C; c++) for (let o = 0; o < O; o++) out[base + o] += image[r][s][c] * kernel[u][v][c][o];
    }
    return Array.from({ length: OH }, (_, i) => Array.from({ length: OW }, (_, j) => out.slice((i * OW + j) * O, (i * OW + j + 1) * O).map((z, o) => z + bias[o])));
  });
}
