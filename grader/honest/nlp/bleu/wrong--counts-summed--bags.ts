const bag = (t: string[], n: number) => {
  const m = new Map<string, number>();
  t.forEach((_, i) => { if (i + n <= t.length) { const k = t.slice(i, i + n).join('|'); m.set(k, (m.get(k) || 0) + 1); } });
  return m;
};
export function bleu(candidate: string[], references: string[][], { maxOrder = 4 } = {}): number {
  const c = candidate.length;
  if (c < maxOrder) return 0;
  let prod = 1;
  for (let n = 1; n <= maxOrder; n++) {
    let hit = 0;
    bag(candidate, n).forEach((k, g) => { hit += Math.min(k, references.reduce((s, r) => s + (bag(r, n).get(g) || 0), 0)); });
    prod *= hit / (c - n + 1);
  }
  let r = Infinity;
  for (const x of references) if (Math.abs(x.length - c) < Math.abs(r - c) || (Math.abs(x.length - c) === Math.abs(r - c) && x.length < r)) r = x.length;
  return (c >= r ? 1 : Math.exp(1 - r / c)) * prod ** (1 / maxOrder);
}
