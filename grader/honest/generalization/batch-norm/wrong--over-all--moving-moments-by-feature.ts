type Options = { gamma: number[]; beta: number[]; mean: number[]; variance: number[]; training?: boolean; momentum?: number; epsilon?: number; epsilonInside?: boolean };

export function batchNorm(x: number[][], o: Options) {
  const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = o;
  const B = x.length, D = x[0]!.length;
  const y: number[][] = [];
  let total = 0, totalSquares = 0;
  for (const row of x) for (const v of row) total += v;
  const center = total / (B * D);
  for (const row of x) for (const v of row) totalSquares += (v - center) * (v - center);
  const spread = totalSquares / (B * D);
  const mean = [...o.mean], variance = [...o.variance];
  for (let b = 0; b < B; b++) {
    y.push([]);
    for (let d = 0; d < D; d++) {
      const m = training ? center : mean[d]!, v = training ? spread : variance[d]!;
      y[b]!.push(o.gamma[d]! * ((x[b]![d]! - m) / (epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon)) + o.beta[d]!);
    }
  }
  if (training) {
    for (let d = 0; d < D; d++) {
      let m = 0, v = 0;
      for (let b = 0; b < B; b++) m += x[b]![d]! / B;
      for (let b = 0; b < B; b++) v += (x[b]![d]! - m) ** 2 / B;
      mean[d] = momentum * mean[d]! + (1 - momentum) * m;
      variance[d] = momentum * variance[d]! + (1 - momentum) * v;
    }
  }
  return { y, mean, variance };
}
