class Scorer {
  constructor(
    private readonly candidate: string[],
    private readonly references: string[][],
  ) {}

  private same(a: string[], i: number, b: string[], j: number, n: number): boolean {
    for (let k = 0; k < n; k++) if (a[i + k] !== b[j + k]) return false;
    return true;
  }

  private times(of: number, n: number, within: string[]): number {
    let times = 0;
    for (let j = 0; j + n <= within.length; j++) if (this.same(this.candidate, of, within, j, n)) times++;
    return times;
  }

  precision(n: number): number {
    const places = this.candidate.length - n + 1;
    if (places <= 0) return 0;
    let right = 0;
    for (let i = 0; i < places; i++) {
      let before = 0;
      for (let j = 0; j < i; j++) if (this.same(this.candidate, i, this.candidate, j, n)) before++;
      if (this.references.some((r) => this.times(i, n, r) > before)) right++;
    }
    return right / places;
  }

  penalty(): number {
    const c = this.candidate.length;
    const lengths = this.references.map((r) => r.length).sort((a, b) => a - b);
    const r = lengths.reduce((best, l) => (Math.abs(l - c) < Math.abs(best - c) ? l : best));
    return c > r ? 1 : Math.exp(1 - r / c);
  }
}

export function bleu(candidate: string[], references: string[][], { maxOrder = 4 }: { maxOrder?: number } = {}): number {
  const scorer = new Scorer(candidate, references);
  let score = 1;
  for (let n = 1; n <= maxOrder; n++) score *= scorer.precision(n) ** (1 / maxOrder);
  return scorer.penalty() * score;
}
