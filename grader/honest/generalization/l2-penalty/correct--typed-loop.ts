export function l2Penalty(w: number[], lambda: number): number {
  const squares = Float64Array.from(w, (x) => x * x);
  let sum = 0;
  for (const s of squares) sum += s;
  return sum * lambda;
}
