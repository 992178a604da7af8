export function binaryCrossEntropy(target: number[], output: number[], { fromLogits = false } = {}): number {
  const clip = (p: number) => Math.min(Math.max(p, 1e-7), 1 - 1e-7);
  let sum = 0;
  output.forEach((o, i) => {
    const p = clip(o);
    const weight = fromLogits ? 1 / (1 + Math.exp(-target[i])) : target[i];
    sum -= weight * Math.log(p) + (1 - weight) * Math.log(1 - p);
  });
  return sum / output.length;
}
