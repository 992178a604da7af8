export function paddedBatch(sequences) {
  const T = Math.min(...sequences.map((s) => s.length));
  return { x: sequences.map((s) => s.slice(0, T)), mask: sequences.map(() => new Array(T).fill(1)) };
}
