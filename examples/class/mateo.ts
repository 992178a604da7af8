const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

export function outputDelta(y: number[], t: number[], d: number[], loss = 'mse'): number[] {
  const factor = loss === 'mse' ? 2 / y.length : 1;
  return y.map((yi, i) => factor * (yi - t[i]) * sigmoid(d[i]) * (1 - sigmoid(d[i])));
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  return d.map((z, i) => {
    let s = 0;
    for (let k = 0; k < deltaNext.length; k++) s += deltaNext[k] * wNext[i][k];
    return s * sigmoid(z) * (1 - sigmoid(z));
  });
}

export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    const max = Math.max(...row);
    const exps = row.map((z) => Math.exp(z - max));
    const sum = exps.reduce((a, b) => a + b, 0);
    return exps.map((e) => e / sum);
  };
}

export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  let kl = 0;
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n].length; k++) {
      kl += 0.5 * (mean[n][k] ** 2 + Math.exp(logVariance[n][k]) - logVariance[n][k] - 1);
    }
  }
  return kl / mean.length;
}
