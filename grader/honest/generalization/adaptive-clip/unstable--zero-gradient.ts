const column = (m: number[][], j: number): number => Math.hypot(...m.map((row) => row[j]!));

export function adaptiveClip(
  w: number[][],
  gradient: number[][],
  { clipping = 0.01, epsilon = 1e-3 }: { clipping?: number; epsilon?: number } = {},
): number[][] {
  if (w.length !== gradient.length || w[0]!.length !== gradient[0]!.length) throw new Error('shapes');
  return gradient.map((row) =>
    row.map((x, j) => {
      const norm = column(gradient, j);
      const limit = clipping * Math.max(column(w, j), epsilon);
      return (x / norm) * Math.min(norm, limit);
    }),
  );
}
