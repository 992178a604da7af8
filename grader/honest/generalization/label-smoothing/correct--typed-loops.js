export function labelSmoothing(t, options) {
  const a = options?.smoothing ?? 0.1;
  const out = [];
  for (let n = 0; n < t.length; n++) {
    const row = new Float64Array(t[n].length).fill(a / t[n].length);
    for (let k = 0; k < row.length; k++) row[k] += (1 - a) * t[n][k];
    out.push(row);
  }
  return out;
}
