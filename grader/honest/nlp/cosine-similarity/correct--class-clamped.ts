class Direction {
  readonly entries: Float64Array;
  constructor(v: readonly number[]) {
    const top = v.reduce((m, x) => (Math.abs(x) > m ? Math.abs(x) : m), 0);
    this.entries = Float64Array.from(v, (x) => (top > 0 ? x / top : 0));
    const norm = Math.sqrt(this.entries.reduce((s, x) => s + x ** 2, 0));
    if (norm > 0) this.entries = this.entries.map((x) => x / norm);
  }
  cosine(other: Direction): number {
    let sum = 0;
    this.entries.forEach((x, i) => (sum += x * other.entries[i]));
    return Math.min(1, Math.max(-1, sum));
  }
}

export function cosineSimilarity(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('a and b must have the same length');
  return new Direction(a).cosine(new Direction(b));
}
