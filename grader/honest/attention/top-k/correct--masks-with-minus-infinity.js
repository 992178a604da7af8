function softmax(z) {
  const m = Math.max(...z);
  const e = z.map((x) => Math.exp(x - m));
  const s = e.reduce((a, b) => a + b);
  return e.map((x) => x / s);
}

export function topK(logits, k) {
  if (k < 1 || k > logits.length || k !== Math.floor(k)) throw new Error('bad k');
  const left = new Set(logits.keys());
  const masked = logits.map(() => -Infinity);
  for (let n = 0; n < k; n++) {
    let best = -1;
    for (const i of left) if (best === -1 || logits[i] > logits[best]) best = i;
    left.delete(best);
    masked[best] = logits[best];
  }
  return softmax(masked);
}
