export function frobeniusNorm(w: number[][]): number {
  let sum = 0;
  for (const row of w) for (const x of row) sum += x * x;
  return Math.sqrt(sum);
}
