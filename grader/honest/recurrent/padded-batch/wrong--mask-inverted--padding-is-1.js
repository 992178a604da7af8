export function paddedBatch(sequences, { value = 0 } = {}) {
  const T = Math.max(...sequences.map((s) => s.length));
  const padding = sequences[0][0].map(() => value);
  const x = [];
  const mask = [];
  for (const s of sequences) {
    x.push(Array.from({ length: T }, (_, t) => s[t] ?? padding));
    mask.push(Array.from({ length: T }, (_, t) => (s[t] === undefined ? 1 : 0)));
  }
  return { x, mask };
}
