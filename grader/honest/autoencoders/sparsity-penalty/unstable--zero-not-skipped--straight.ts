export function sparsityPenalty(code: number[][], { rate = 0.05 } = {}): number {
  return code[0].reduce((sum, _, k) => {
    const m = code.reduce((s, row) => s + row[k], 0) / code.length;
    return sum + rate * Math.log(rate / m) + (1 - rate) * Math.log((1 - rate) / (1 - m));
  }, 0);
}
