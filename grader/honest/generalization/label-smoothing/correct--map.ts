export const labelSmoothing = (t: number[][], { smoothing = 0.1 }: { smoothing?: number } = {}): number[][] =>
  t.map((row) => row.map((p) => p + smoothing * (1 / row.length - p)));
