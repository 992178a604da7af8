const padsOf = (n, k, s, d, padding) => { const ke = (k-1)*d+1; if (padding === 'same') { const o = Math.ceil(n/s); const p = Math.max(0, (o-1)*s+ke-n); return [o, (p >= 3 ? Math.ceil(p/2) : Math.floor(p/2))]; } if (ke > n) throw new Error('big'); return [Math.floor((n-ke)/s)+1, 0]; };
function cv(x, kernel, bias, { strides = [1,1], dilations = [1,1], padding = 'valid' } = {}) {
  const kh = kernel.length, kw = kernel[0].length, C = kernel[0][0].length, F = bias.length; const H = x[0].length, W = x[0][0].length;
  if (x[0][0][0].length !== C || kernel[0][0][0].length !== F) throw new Error('c');
  const [sh, sw] = strides, [dh, dw] = dilations;
  const [oh, ph] = padsOf(H, kh, sh, dh, padding), [ow, pw] = padsOf(W, kw, sw, dw, padding);
  return x.map((img, b) => Array.from({length: oh}, (_, i) => Array.from({length: ow}, (_, j) => Array.from({length: F}, (_, f) => { let q = bias[f];
    for (let u = 0; u < kh; u++) for (let v = 0; v < kw; v++) { const r = i*sh + u*dh - ph, c = j*sw + v*dw - pw; if (r < 0 || c < 0 || r >= H || c >= W) continue; for (let m = 0; m < C; m++) q += img[r][c][m]*kernel[u][v][m][f]; } return q; })))); }
export function conv2d(x, kernel, bias, o) { return cv(x, kernel, bias, o); }