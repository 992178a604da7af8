export function paddedBatch(sequences, { value = 0 } = {}) {
  const T = Math.max(...sequences.map((s) => s.length));
  const x = sequences.map((s) => [...Array.from({ length: T - s.length }, () => s[0].map(() => value)), ...s]);
  const mask = sequences.map((s) => Array.from({ length: T }, (_, t) => (t >= T - s.length ? 1 : 0)));
  return { x, mask };
}
