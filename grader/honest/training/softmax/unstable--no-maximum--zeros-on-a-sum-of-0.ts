export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    const exps = row.map((z) => Math.exp(z));
    const total = exps.reduce((a, b) => a + b, 0);
    if (total === 0) return row.map(() => 0);
    return exps.map((e) => e / total);
  });
}
