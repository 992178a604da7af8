export function paddedBatch(sequences: number[][][]) {
  const longest = Math.max(...sequences.map(({ length }) => length));
  const zero = sequences[0][0].map(() => 0);
  return {
    x: sequences.map((s) => s.concat(Array(longest - s.length).fill(zero))),
    mask: sequences.map((s) => s.map(() => 1).concat(Array(longest - s.length).fill(0))),
  };
}
