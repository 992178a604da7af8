export function shuffleIndices(n: number, random: number[]): number[] {
  const order: number[] = [];
  for (let k = 0; k < n; k++) order.push(k);
  for (let i = 1; i < n; i++) {
    const j = Math.floor(random[i - 1]! * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}
