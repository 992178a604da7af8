function countNgrams(tokens: string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i <= tokens.length - n; i++) {
    const key = tokens.slice(i, i + n).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface Options {
  maxOrder?: number;
}

export function bleu(candidate: string[], references: string[][], { maxOrder = 4 }: Options = {}): number {
  const c = candidate.length;
  let logSum = 0;
  for (let n = 1; n <= maxOrder; n++) {
    const own = countNgrams(candidate, n);
    const refs = references.map((ref) => countNgrams(ref, n));
    let clipped = 0;
    let total = 0;
    for (const [ngram, count] of own) {
      let most = 0;
      for (const ref of refs) most = Math.max(most, ref.get(ngram) ?? 0);
      clipped += Math.min(count, most);
      total += count;
    }
    if (total === 0 || clipped === 0) return 0;
    logSum += Math.log(clipped / total) / maxOrder;
  }
  let r = references[0].length;
  for (const { length } of references) {
    const d = Math.abs(length - c);
    if (d < Math.abs(r - c) || (d === Math.abs(r - c) && length < r)) r = length;
  }
  const bp = c >= r ? 1 : Math.exp(1 - r / c);
  return bp * Math.exp(logSum);
}
