export function cosineSimilarity(a, b) {
  const n = a.length;
  if (n !== b.length) throw new RangeError('lengths: ' + n + ' and ' + b.length);
  let ma = 0;
  let mb = 0;
  for (let i = 0; i < n; i++) {
    ma = Math.max(ma, Math.abs(a[i]));
    mb = Math.max(mb, Math.abs(b[i]));
  }
  if (ma === 0 || mb === 0) return 0;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < n; i++) {
    const x = a[i] / ma;
    const y = b[i] / mb;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
