export function paddedBatch(sequences, { value = 0 } = {}) {
  const features = sequences[0][0].length;
  const T = Math.max(...sequences.map((s) => s.length));
  for (const s of sequences) {
    for (const row of s) if (row.length !== features) throw new Error('features differ');
  }
  const x = sequences.map((s) => [...s.map((row) => [...row]), ...Array.from({ length: T - s.length }, () => Array(features).fill(value))]);
  const mask = sequences.map((s) => Array.from({ length: T }, (_, t) => (t < s.length ? 1 : 0)));
  return { x, mask };
}
