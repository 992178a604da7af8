const depth = (x) => (Array.isArray(x) ? 1 + depth(x[0]) : 0);

export function squeeze(x, axes) {
  const rank = depth(x);
  const named = axes && axes.map((a) => (a < 0 ? a + rank : a));
  if (named && named.some((a) => a < 0 || a >= rank)) throw new Error('axis out of range');
  const go = (part, k) => {
    if (!Array.isArray(part)) return part;
    const drop = named ? named.includes(k) : part.length === 1;
    if (drop && part.length !== 1) throw new Error('axis ' + k + ' has length ' + part.length);
    return drop ? go(part[0], k + 1) : part.map((item) => go(item, k + 1));
  };
  return go(x, 0);
}
