const values = (x) => [x].flat(Infinity);
const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function symmetricNormalize(x) {
  const v = values(x);
  const low = Math.min(...v);
  const high = Math.max(...v);
  const share = (e) => (high > low ? (e - low) / (high - low) : 0);
  return each(x, (e) => 2 * share(e) - 1);
}
