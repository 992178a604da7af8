const each = (x, f) => (Array.isArray(x) ? x.map((part) => each(part, f)) : f(x));

export function standardize(x) {
  const v = [x].flat(Infinity);
  const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
  const m = mean(v);
  const deviation = Math.sqrt(mean(v.map((e) => e * e)) - m ** 2);
  return each(x, (e) => (e - m) / deviation);
}
