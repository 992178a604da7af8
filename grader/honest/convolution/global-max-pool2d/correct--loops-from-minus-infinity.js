export function globalMaxPool2d(x) {
  const out = [];
  for (let n = 0; n < x.length; n++) {
    const channels = x[n][0][0].length;
    const best = new Float64Array(channels).fill(-Infinity);
    for (const row of x[n]) {
      for (const pixel of row) {
        for (let c = 0; c < channels; c++) if (pixel[c] > best[c]) best[c] = pixel[c];
      }
    }
    out.push(best);
  }
  return out;
}
