const column = (m: number[][], j: number): number => Math.hypot(...m.map((row) => row[j]!));

export function adaptiveClip(
  w: number[][],
  gradient: number[][],
  { clipping = 0.01, epsilon = 1e-3 }: { clipping?: number; epsilon?: number } = {},
): number[][] {
  return gradient.map((row) =>
    row.map((x, j) => {
      const norm = column(gradient, j);
      const limit = clipping * Math.max(column(w, j), epsilon);
      return norm > limit ? (x * norm) / limit : x;
    }),
  );
}
