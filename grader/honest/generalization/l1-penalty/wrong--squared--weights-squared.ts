export function l1Penalty(w: number[], lambda: number): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) sum += w[i]! * w[i]!;
  return sum * lambda;
}
