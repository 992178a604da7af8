const values = (x) => [x].flat(Infinity);
const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function standardize(x) {
  const v = values(x);
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  const deviation = Math.sqrt(v.reduce((a, b) => a + (b - mean) ** 2, 0) / v.length);
  return each(x, (e) => (e - mean) / (deviation + 1e-8));
}
