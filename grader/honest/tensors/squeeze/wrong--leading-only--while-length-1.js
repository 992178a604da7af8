const lengths = (x) => (Array.isArray(x) ? [x.length, ...lengths(x[0])] : []);
export function squeeze(x, axes) {
  const shape = lengths(x);
  if (axes) {
    const gone = axes.map((a) => (a < 0 ? a + shape.length : a));
    for (const a of gone) if (shape[a] !== 1) throw new Error('axis');
    const go = (p, k) => (!Array.isArray(p) ? p : gone.includes(k) ? go(p[0], k + 1) : p.map((q) => go(q, k + 1)));
    return go(x, 0);
  }
  while (Array.isArray(x) && x.length === 1) x = x[0];
  return x;
}
