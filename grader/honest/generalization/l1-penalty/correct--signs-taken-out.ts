export function l1Penalty(w: number[], lambda: number): number {
  let cost = 0;
  for (const weight of w) cost += lambda * (weight < 0 ? -weight : weight);
  return cost;
}
