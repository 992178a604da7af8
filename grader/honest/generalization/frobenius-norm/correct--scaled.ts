export function frobeniusNorm(w: number[][]): number {
  let scale = 0;
  for (const row of w) for (const x of row) scale = Math.max(scale, Math.abs(x));
  if (scale === 0) return 0;
  let sum = 0;
  for (const row of w) for (const x of row) sum += (x / scale) ** 2;
  return scale * Math.sqrt(sum);
}
