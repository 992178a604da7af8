export function frobeniusNorm(w: number[][]): number {
  const all = w.flat();
  const most = Math.max(...all.map(Math.abs));
  const scale = most > 1e100 ? 1e150 : 1;
  return scale * Math.sqrt(all.reduce((s, x) => s + (x / scale) ** 2, 0));
}
