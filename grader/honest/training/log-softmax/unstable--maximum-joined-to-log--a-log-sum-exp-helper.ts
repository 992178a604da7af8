function logSumExp(values: number[]): number {
  let top = -Infinity;
  for (const v of values) if (v > top) top = v;
  let total = 0;
  for (const v of values) total += Math.exp(v - top);
  return top + Math.log(total);
}

export function logSoftmax(logits: number[][]): number[][] {
  const out: number[][] = [];
  for (const row of logits) {
    const norm = logSumExp(row);
    out.push(row.map((v) => v - norm));
  }
  return out;
}
