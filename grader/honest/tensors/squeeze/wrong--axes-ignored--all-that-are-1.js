const depth = (x) => (Array.isArray(x) ? 1 + depth(x[0]) : 0);
const lengths = (x) => (Array.isArray(x) ? [x.length, ...lengths(x[0])] : []);
export function squeeze(x, axes) {
  const shape = lengths(x);
  for (const a of axes ?? []) if (a < -depth(x) || a >= depth(x) || shape.at(a) !== 1) throw new Error('axis');
  const go = (p) => (!Array.isArray(p) ? p : p.length === 1 ? go(p[0]) : p.map(go));
  return go(x);
}
