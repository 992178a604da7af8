export function binaryCrossEntropy(y: number[], t: number[], options?: { fromLogits?: boolean }): number {
  let loss = 0;
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < t.length; j++) {
      const z = options?.fromLogits ? y[i] : Math.log(y[i] / (1 - y[i]));
      loss += Math.log(1 + Math.exp(-Math.abs(z))) + Math.max(z, 0) - z * t[j];
    }
  }
  return loss / y.length;
}
