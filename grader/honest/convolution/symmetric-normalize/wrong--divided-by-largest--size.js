const values = (x) => [x].flat(Infinity);
const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function symmetricNormalize(x) {
  const largest = Math.max(...values(x).map(Math.abs)) || 1;
  return each(x, (e) => e / largest);
}
