export const topK = (logits, k) => {
  if (!(k > 0 && k <= logits.length) || k % 1 !== 0) throw new Error('k');
  const e = logits.map(Math.exp);
  const z = e.reduce((a, b) => a + b, 0);
  const order = [...logits.keys()].sort((a, b) => logits[b] - logits[a] || a - b);
  const p = e.map((x, i) => (order.indexOf(i) < k ? x / z : 0));
  const kept = p.reduce((a, b) => a + b, 0);
  return p.map((x) => x / kept);
};
