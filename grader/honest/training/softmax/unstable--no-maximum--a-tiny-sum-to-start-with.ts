export function softmax(logits) {
  const out = [];
  for (const row of logits) {
    let sum = 1e-15;
    const e = [];
    for (const z of row) {
      const v = Math.exp(z);
      e.push(v);
      sum += v;
    }
    out.push(e.map((v) => v / sum));
  }
  return out;
}
