export function adaptiveClip(w: number[][], gradient: number[][], o: { clipping?: number; epsilon?: number } = {}) {
  const { clipping = 0.01, epsilon = 1e-3 } = o;
  const limit = clipping * Math.max(Math.hypot(...w.flat()), epsilon);
  const norm = Math.hypot(...gradient.flat());
  return norm > limit ? gradient.map((row) => row.map((x) => (x * limit) / norm)) : gradient;
}
