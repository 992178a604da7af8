const gramsOf = (w: string[], n: number): string[] => w.map((_, i) => w.slice(i, i + n)).filter((g) => g.length === n).map((g) => g.join(" "));
const times = (list: string[], g: string): number => list.filter((x) => x === g).length;

export function bleu(candidate: string[], references: string[][], { maxOrder = 4 }: { maxOrder?: number } = {}): number {
  const c = candidate.length;
  const p: number[] = [];
  for (let n = 1; n <= maxOrder; n++) {
    const own = gramsOf(candidate, n);
    const refs = references.map((r) => gramsOf(r, n));
    const all = refs.flat();
    const hits = [...new Set(own)].reduce((s, g) => s + Math.min(times(own, g), times(all, g)), 0);
    p.push(own.length ? hits / own.length : 0);
  }
  const r = references.map((x) => x.length).sort((a, b) => Math.abs(a - c) - Math.abs(b - c) || a - b)[0];
  const bp = c < r ? Math.exp(1 - r / c) : 1;
  return p.some((x) => x === 0) ? 0 : bp * Math.exp(p.reduce((s, x) => s + Math.log(x), 0) / maxOrder);
}
