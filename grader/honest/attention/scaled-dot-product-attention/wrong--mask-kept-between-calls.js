let lastMask = null;

function fits(mask, q, k) {
  return mask !== null && mask.length === q.length && mask[0].length === q[0].length && mask[0][0].length === k[0].length;
}

export function scaledDotProductAttention(q, k, v, mask) {
  const d = q[0][0].length;
  if (k[0][0].length !== d) throw new Error('queries and keys differ in width');
  if (k.length !== q.length || v.length !== q.length || v[0].length !== k[0].length) throw new Error('shapes differ');
  if (mask) lastMask = mask;
  if (mask && !fits(mask, q, k)) throw new Error('the mask does not fit');
  const used = fits(lastMask, q, k) ? lastMask : null;
  return q.map((queries, n) =>
    queries.map((query, i) => {
      const open = k[n].map((_, j) => j).filter((j) => used === null || used[n][i][j] === 1);
      const scores = open.map((j) => k[n][j].reduce((s, x, c) => s + x * query[c], 0) / Math.sqrt(d));
      const top = Math.max(...scores);
      const powers = scores.map((s) => Math.exp(s - top));
      const sum = powers.reduce((a, b) => a + b, 0);
      return v[n][0].map((_, c) => open.reduce((s, j, at) => s + (powers[at] / sum) * v[n][j][c], 0));
    }),
  );
}
