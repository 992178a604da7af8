export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    let sum = 0;
    for (const z of row) sum += Math.exp(z);
    return row.map((z) => Math.exp(z) / sum || 0);
  });
}
