export function bleu(candidate: string[], references: string[][], options: { maxOrder?: number } = {}): number {
  const N = options.maxOrder ?? 4;
  const count = (tokens: string[], n: number) => {
    const counts: Record<string, number> = {};
    for (let i = 0; i < tokens.length - n + 1; i++) {
      const key = tokens.slice(i, i + n).toString();
      counts[key] = (counts[key] || 0) + 1;
    }
    return counts;
  };
  let s = 0;
  for (let n = 1; n <= N; n++) {
    const c = count(candidate, n);
    const maxCounts: Record<string, number> = {};
    for (const ref of references) {
      const r = count(ref, n);
      for (const key in c) maxCounts[key] = Math.max(maxCounts[key] || 0, r[key] || 0);
    }
    const numerator = Object.keys(c).map((k) => Math.min(c[k], maxCounts[k])).reduce((a, b) => a + b, 0);
    const denominator = Math.max(1, Object.values(c).reduce((a, b) => a + b, 0));
    s += (1 / N) * Math.log(numerator / denominator);
  }
  const closest = references.reduce((best, r) => {
    const [db, dr] = [Math.abs(best - candidate.length), Math.abs(r.length - candidate.length)];
    return dr < db || (dr === db && r.length < best) ? r.length : best;
  }, Infinity);
  const bp = candidate.length > closest ? 1 : Math.exp(1 - closest / candidate.length);
  return bp * Math.exp(s);
}
