const dot = (u, v) => u.map((x, i) => x * v[i]).reduce((s, x) => s + x, 0);
const norm = (u) => Math.sqrt(dot(u, u));

export function cosineSimilarity(a, b) {
  if (a.length !== b.length) throw new Error('lengths differ');
  return dot(a, b) / (norm(a) * norm(b));
}
