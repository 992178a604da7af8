export function adaptiveClip(
  w: number[][],
  gradient: number[][],
  { clipping = 0.01, epsilon = 1e-3 }: { clipping?: number; epsilon?: number } = {},
): number[][] {
  if (w.length !== gradient.length || w[0]!.length !== gradient[0]!.length) throw new Error('shapes differ');
  const y = gradient.map((row) => [...row]);
  for (let j = 0; j < w[0]!.length; j++) {
    let ww = 0;
    let gg = 0;
    for (let i = 0; i < w.length; i++) {
      ww += w[i]![j]! ** 2;
      gg += gradient[i]![j]! ** 2;
    }
    const limit = clipping * Math.max(Math.sqrt(ww), epsilon);
    if (Math.sqrt(gg) > limit) for (const row of y) row[j]! *= limit / Math.sqrt(gg);
  }
  return y;
}
