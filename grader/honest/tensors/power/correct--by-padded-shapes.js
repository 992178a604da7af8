const shape = (x) => (Array.isArray(x) ? [x.length, ...shape(x[0])] : []);
const get = (x, index) => index.reduce((part, i) => part[i], x);

export function power(a, b) {
  const sa = shape(a);
  const sb = shape(b);
  const rank = Math.max(sa.length, sb.length);
  const pa = Array(rank - sa.length).fill(1).concat(sa);
  const pb = Array(rank - sb.length).fill(1).concat(sb);
  const out = pa.map((n, k) => {
    if (n !== pb[k] && n !== 1 && pb[k] !== 1) throw new Error('power: shapes ' + sa + ' and ' + sb);
    return n === 1 ? pb[k] : n;
  });
  const pick = (x, own, padded, index) => get(x, index.map((i, k) => (padded[k] === 1 ? 0 : i)).slice(rank - own.length));
  const build = (index) =>
    index.length === rank
      ? pick(a, sa, pa, index) ** pick(b, sb, pb, index)
      : Array.from({ length: out[index.length] }, (_, i) => build([...index, i]));
  return build([]);
}
