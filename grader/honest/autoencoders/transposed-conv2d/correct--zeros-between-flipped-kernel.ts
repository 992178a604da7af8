type T = number[][][][];
export function transposedConv2d(y: T, kernel: T, options?: { strides?: [number, number]; padding?: 'valid' | 'same' }): Float64Array[][][] {
  const [sh, sw] = options?.strides ?? [1, 1], KH = kernel.length, KW = kernel[0].length, O = kernel[0][0].length, C = y[0][0][0].length;
  const full = y.map((im) => {
    const H = (im.length - 1) * sh + 1 + 2 * (KH - 1), W = (im[0].length - 1) * sw + 1 + 2 * (KW - 1);
    const wide = Array.from({ length: H }, () => Array.from({ length: W }, () => new Float64Array(C)));
    im.forEach((r, i) => r.forEach((p, j) => wide[i * sh + KH - 1][j * sw + KW - 1].set(p)));
    return Array.from({ length: H - KH + 1 }, (_, i) => Array.from({ length: W - KW + 1 }, (_, j) => Float64Array.from({ length: O }, (_, o) => { let s = 0; for (let u = 0; u < KH; u++) for (let v = 0; v < KW; v++) for (let c = 0; c < C; c++) s += wide[i + u][j + v][c] * kernel[KH - 1 - u][KW - 1 - v][o][c]; return s; })));
  });
  const fit = <A>(list: A[], n: number, from: number, blank: () => A): A[] => Array.from({ length: n }, (_, i) => list[i + from] ?? blank());
  const same = options?.padding === 'same', h = y[0].length, w = y[0][0].length;
  const H = same ? h * sh : Math.max((h - 1) * sh + KH, h * sh), W = same ? w * sw : Math.max((w - 1) * sw + KW, w * sw);
  const t = same ? Math.floor(Math.max(KH - sh, 0) / 2) : 0, l = same ? Math.floor(Math.max(KW - sw, 0) / 2) : 0;
  const zero = () => new Float64Array(O);
  return full.map((im) => fit(im.map((r) => fit(r, W, l, zero)), H, t, () => Array.from({ length: W }, zero)));
}
