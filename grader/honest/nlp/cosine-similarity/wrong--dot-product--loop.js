export function cosineSimilarity(a, b) {
  if (a.length !== b.length) throw new Error('lengths differ');
  let s = 0;
  for (const i in a) s += a[i] * b[i];
  return s;
}
