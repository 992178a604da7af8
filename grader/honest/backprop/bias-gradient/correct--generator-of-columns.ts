function* columns(m: number[][]) { for (let j = 0; j < m[0].length; j++) yield m.map((r) => r[j]); }
const sum = ([head, ...tail]: number[]): number => (tail.length ? head + sum(tail) : head);
export function biasGradient(deltas: number[][], reduction: 'mean' | 'sum' = 'mean') { return Array.from(columns(deltas), sum).map((s) => (reduction === 'mean' ? s / deltas.length : s)); }
