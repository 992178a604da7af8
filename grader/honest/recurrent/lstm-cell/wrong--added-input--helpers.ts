type M = number[][];
const zip = (f: (a: number, b: number) => number) => (a: M, b: M): M => a.map((row, i) => row.map((v, j) => f(v, b[i]![j]!)));
const add = zip((a, b) => a + b), multiply = zip((a, b) => a * b);
const each = (f: (z: number) => number) => (m: M): M => m.map((row) => row.map(f));
const sigmoid = each((z) => 1 / (1 + Math.exp(-z))), tanh = each(Math.tanh);

export function lstmCell(x: M, state: { h: M; c: M }, weights: Record<string, { w: M; b: number[] }>) {
  const joined = state.h.map((row, n) => [...row, ...x[n]!]);
  const dense = ({ w, b }: { w: M; b: number[] }): M => joined.map((row) => b.map((bias, j) => bias + row.reduce((s, v, k) => s + v * w[k]![j]!, 0)));
  const kept = multiply(sigmoid(dense(weights['forget']!)), state.c);
  const taken = add(sigmoid(dense(weights['input']!)), tanh(dense(weights['candidate']!)));
  const c = add(kept, taken);
  return { h: multiply(sigmoid(dense(weights['output']!)), tanh(c)), c };
}
