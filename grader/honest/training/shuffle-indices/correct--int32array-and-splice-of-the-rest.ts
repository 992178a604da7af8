export function shuffleIndices(n: number, random: number[]): Int32Array {
  const a = Int32Array.from({ length: n }, (_, k) => k);
  random.forEach((u, k) => { const top = n - k; const j = Math.trunc(u * top); const kept = a[top - 1]; a[top - 1] = a[j]; a[j] = kept; });
  return a;
}
