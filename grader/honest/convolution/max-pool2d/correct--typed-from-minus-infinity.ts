export function maxPool2d(x: number[][][][], { window: [kh, kw] = [2, 2], strides: [sh, sw] = [kh, kw], padding = 'valid' }: any = {}) {
  const H = x[0].length, W = x[0][0].length, same = padding === 'same';
  const oh = same ? Math.ceil(H / sh) : Math.trunc((H - kh) / sh + 1), ow = same ? Math.ceil(W / sw) : Math.trunc((W - kw) / sw + 1);
  const pt = same ? Math.trunc(Math.max(0, (oh - 1) * sh + kh - H) / 2) : 0, pl = same ? Math.trunc(Math.max(0, (ow - 1) * sw + kw - W) / 2) : 0;
  return x.map((im) => {
    const y = Array.from({ length: oh }, () => Array.from({ length: ow }, () => new Float64Array(im[0][0].length).fill(-Infinity)));
    for (let i = 0; i < oh; i++) for (let j = 0; j < ow; j++) for (let r = Math.max(0, i * sh - pt); r < Math.min(H, i * sh - pt + kh); r++) for (let s = Math.max(0, j * sw - pl); s < Math.min(W, j * sw - pl + kw); s++) im[r][s].forEach((v, c) => { if (y[i][j][c] < v) y[i][j][c] = v; });
    return y;
  });
}
