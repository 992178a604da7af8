const values = (x) => [x].flat(Infinity);
const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function standardize(x) {
  const v = values(x);
  let [s, q] = [0, 0];
  for (const e of v) {
    s += e;
    q += e * e;
  }
  const mean = s / v.length;
  const variance = q / v.length - mean * mean;
  return each(x, (e) => (variance > 0 ? (e - mean) / Math.sqrt(variance) : 0));
}
