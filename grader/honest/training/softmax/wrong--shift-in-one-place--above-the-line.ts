export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    const max = Math.max(...row);
    const sum = row.reduce((acc, z) => acc + Math.exp(z), 0);
    return row.map((z) => Math.exp(z - max) / sum);
  });
}
