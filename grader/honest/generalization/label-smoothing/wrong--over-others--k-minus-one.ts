export function labelSmoothing(t: number[][], { smoothing = 0.1 } = {}): number[][] {
  const K = t[0]!.length;
  return t.map((row) => row.map((p) => (1 - smoothing) * p + (1 - p) * (smoothing / (K - 1))));
}
