export function topK(logits: number[], k: number): Float64Array {
  const n = logits.length;
  if (!(k >= 1 && k <= n && k % 1 === 0)) throw new Error('k');
  const ranked = Array.from(logits, (z, token) => ({ z, token })).sort((a, b) => b.z - a.z).slice(0, k);
  const top = ranked[0].z;
  const lse = Math.log(ranked.reduce((sum, { z }) => sum + Math.exp(z - top), 0));
  const p = new Float64Array(n);
  for (const { z, token } of ranked) p[token] = Math.exp(z - top - lse);
  return p;
}
