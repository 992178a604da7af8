export function frobeniusNorm(w: number[][]): number {
  let largest = 0;
  for (const row of w) for (const x of row) if (Math.abs(x) > largest) largest = Math.abs(x);
  return largest;
}
