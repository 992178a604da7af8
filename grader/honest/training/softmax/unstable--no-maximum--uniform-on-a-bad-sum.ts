export const softmax = (x) => {
  const out = [];
  for (const row of x) {
    const e = row.map(Math.exp);
    let s = 0;
    for (const v of e) s += v;
    const bad = !Number.isFinite(s) || s === 0;
    out.push(e.map((v) => (bad ? 1 / row.length : v / s)));
  }
  return out;
};
