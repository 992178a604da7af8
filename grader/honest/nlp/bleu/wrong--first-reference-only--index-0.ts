const bag = (t: string[], n: number) => {
  const m = new Map<string, number>();
  t.forEach((_, i) => { if (i + n <= t.length) { const k = t.slice(i, i + n).join(' '); m.set(k, (m.get(k) || 0) + 1); } });
  return m;
};
export function bleu(candidate: string[], references: string[][], { maxOrder = 4 } = {}): number {
  const c = candidate.length;
  let sum = 0;
  for (let n = 1; n <= maxOrder; n++) {
    const g = bag(candidate, n); const r = bag(references[0], n);
    let hit = 0; for (const [k, v] of g) hit += Math.min(v, r.get(k) ?? 0);
    if (hit === 0) return 0;
    sum += Math.log(hit / (c - n + 1));
  }
  const r = references[0].length;
  return (c < r ? Math.exp(1 - r / c) : 1) * Math.exp(sum / maxOrder);
}
