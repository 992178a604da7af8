export function diffusionSchedule(steps: number, kind: 'linear' | 'cosine' = 'linear') {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError('steps must be a positive integer');
  const beta: number[] = [];
  const alphaBar: number[] = [];
  const f = (t: number) => Math.cos(((t / steps + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
  let product = 1;
  for (let t = 1; t <= steps; t++) {
    let b: number;
    if (kind === 'cosine') b = Math.min(1 - f(t) / f(t - 1), 0.999);
    else b = steps === 1 ? 1e-4 : 1e-4 + ((0.02 - 1e-4) * (t - 1)) / (steps - 1);
    product *= 1 - b;
    beta.push(b);
    alphaBar.push(product);
  }
  return { beta, alphaBar };
}
