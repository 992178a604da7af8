const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);

function reduce(x, { axes, keepDims = false } = {}, f) {
  const rank = shape(x).length;
  const named = (axes ?? shape(x).map((_, k) => k)).map((a) => (a < 0 ? a + rank : a));
  if (named.some((a) => a < 0 || a >= rank) || new Set(named).size < named.length) throw new Error('axes');
  // one list of what lies along the axes for each place of the result
  const collect = (parts, k) => {
    if (k === rank) return f(parts);
    if (named.includes(k)) {
      const inner = collect(parts.flatMap((p) => p), k + 1);
      return keepDims ? [inner] : inner;
    }
    return parts[0].map((_, i) => collect(parts.map((p) => p[i]), k + 1));
  };
  return collect([x], 0);
}

function turned(x, { axes, keepDims = false }) {
  if (axes === undefined) return { keepDims };
  const rank = shape(x).length;
  const named = axes.map((a) => (a < 0 ? a + rank : a));
  return { axes: shape(x).map((_, k) => k).filter((k) => !named.includes(k)), keepDims };
}

export function reduceSum(x, options = {}) {
  reduce(x, options, (v) => v[0]);
  return reduce(x, turned(x, options), (v) => v.reduce((a, b) => a + b, 0));
}
