export function paddedBatch(sequences, { value = 0 } = {}) {
  const n = sequences[0][0].length;
  if (sequences.some((s) => s[0].length !== n)) throw new Error('features differ');
  const T = Math.max(...sequences.map((s) => s.length));
  const mask = sequences.map((s) => {
    const row = s.map(() => 1);
    while (s.length < T) {
      s.push(new Array(n).fill(value));
      row.push(0);
    }
    return row;
  });
  return { x: sequences, mask };
}
