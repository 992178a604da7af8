export function topP(logits: number[], p: number): number[] {
  if (p < 0 || p > 1) throw new RangeError('p');
  const max = Math.max(...logits);
  const e = logits.map((z) => Math.exp(z - max));
  const total = e.reduce((a, b) => a + b, 0);
  const probs = e.map((x) => x / total);
  const order = [...probs.keys()].sort((a, b) => probs[b] - probs[a]);
  const out = new Array(probs.length).fill(0);
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    out[order[k]] = probs[order[k]];
    if ((sum += probs[order[k]]) >= p) break;
  }
  return out;
}
