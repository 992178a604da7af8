const values = (x) => [x].flat(Infinity);
const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function minMaxNormalize(x) {
  const v = values(x);
  const low = Math.min(...v);
  const high = Math.max(...v);
  return each(x, (e) => (high === low ? -1 : (2 * (e - low)) / (high - low) - 1));
}
