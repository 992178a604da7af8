export function sparsityPenalty(code: number[][], { rate = 0.05 }: { rate?: number } = {}): number {
  const units = code[0].length;
  let penalty = 0;
  for (let k = 0; k < units; k++) {
    let m = 0;
    for (let n = 0; n < code.length; n++) m += code[n][k];
    m /= code.length;
    if (rate > 0) penalty += rate * Math.log(rate / m);
    if (rate < 1) penalty += (1 - rate) * Math.log((1 - rate) / (1 - m));
  }
  return penalty;
}
