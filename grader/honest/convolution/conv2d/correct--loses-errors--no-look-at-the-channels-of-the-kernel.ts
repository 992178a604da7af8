export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) {
  
  const [sh, sw] = strides, [dh, dw] = dilations
  const H = x[0].length, W = x[0][0].length, C = x[0][0][0].length
  const KH = kernel.length, KW = kernel[0].length, O = bias.length
  
  const eh = (KH - 1) * dh + 1, ew = (KW - 1) * dw + 1
  let oh, ow, top = 0, left = 0
  if (padding === 'same') { oh = Math.ceil(H / sh); ow = Math.ceil(W / sw); const ph = Math.max(0, (oh - 1) * sh + eh - H), pw = Math.max(0, (ow - 1) * sw + ew - W); top = Math.floor(ph / 2); left = Math.floor(pw / 2) }
  else { if (eh > H || ew > W) throw new Error('kernel'); oh = Math.floor((H - eh) / sh) + 1; ow = Math.floor((W - ew) / sw) + 1 }
  return x.map(img => Array.from({ length: oh }, (_, r) => Array.from({ length: ow }, (_, c) => Array.from({ length: O }, (_, o) => {
    let s = bias[o]
    for (let a = 0; a < KH; a++) for (let q = 0; q < KW; q++) { const pix = img[r * sh + a * dh - top]?.[c * sw + q * dw - left]; if (pix) for (let i = 0; i < C; i++) s += pix[i] * kernel[a][q][i][o] }
    return s }))))
}
