export function softmax(logits) {
  const out = [];
  for (const row of logits) {
    let m = -Infinity;
    for (const z of row) m = z > m ? z : m;
    let sum = 0;
    for (const z of row) sum += Math.exp(z - m);
    out.push(row.map((z) => Math.exp(z) / sum));
  }
  return out;
}
