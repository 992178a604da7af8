export function softmax(logits: number[][]): number[][] {
  const result: number[][] = [];
  for (let i = 0; i < logits.length; i++) {
    let max = 0;
    for (let j = 0; j < logits[i].length; j++) if (logits[i][j] > max) max = logits[i][j];
    let sum = 0;
    const exps: number[] = [];
    for (let j = 0; j < logits[i].length; j++) {
      exps[j] = Math.exp(logits[i][j] - max);
      sum += exps[j];
    }
    result.push(exps.map((e) => e / sum));
  }
  return result;
}
