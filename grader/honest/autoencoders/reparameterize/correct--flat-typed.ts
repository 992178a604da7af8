export function reparameterize(mean: number[][], logVariance: number[][], noise: number[][]): Float64Array[] {
  const K = mean[0].length, [m, v, e] = [mean, logVariance, noise].map((a) => Float64Array.from(a.flat()));
  for (let i = m.length; i-- > 0; ) m[i] += e[i] / Math.exp(-0.5 * v[i]);
  return mean.map((_, n) => m.subarray(n * K, n * K + K));
}
