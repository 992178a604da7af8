export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = "valid" } = {}) {
  const [sh, sw] = strides, [dh, dw] = dilations;
  const N = x.length, H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  const KH = kernel.length, KW = kernel[0].length, O = bias.length;
  if (kernel[0][0].length !== C) throw new Error("the kernel has " + kernel[0][0].length + " channels, the image " + C);
  const eh = (KH - 1) * dh + 1, ew = (KW - 1) * dw + 1;
  if (padding === "valid" && (eh > H || ew > W)) throw new Error("the kernel is larger than the image");
  const same = padding === "same";
  const outH = same ? Math.ceil(H / sh) : Math.floor((H - eh) / sh) + 1;
  const outW = same ? Math.ceil(W / sw) : Math.floor((W - ew) / sw) + 1;
  const top = same ? Math.floor(Math.max((outH - 1) * sh + eh - H, 0) / 2) : 0;
  const left = same ? Math.floor(Math.max((outW - 1) * sw + ew - W, 0) / 2) : 0;
  const out = [];
  for (let n = 0; n < N; n++) {
    out.push([]);
    for (let i = 0; i < outH; i++) {
      out[n].push([]);
      for (let j = 0; j < outW; j++) {
        out[n][i].push([]);
        for (let o = 0; o < O; o++) {
          let sum = 0;
          for (let u = 0; u < KH; u++) {
            for (let v = 0; v < KW; v++) {
              const r = i * sh + u * dh - top, c = j * sw + v * dw - left;
              if (r < 0 || r >= H || c < 0 || c >= W) continue;
              for (let k = 0; k < C; k++) sum += x[n][r][c][k] * kernel[u][v][k][o] + bias[o];
            }
          }
          out[n][i][j].push(sum);
        }
      }
    }
  }
  return out;
}
