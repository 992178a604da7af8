type Options = { value?: number };

export function paddedBatch(sequences: number[][][], options: Options = {}) {
  const value = options.value ?? 0;
  let longest = 0;
  for (const sequence of sequences) if (sequence.length > longest) longest = sequence.length;
  const width = sequences[0][0].length;
  const x: number[][][] = [];
  const mask: number[][] = [];
  for (const sequence of sequences) {
    if (sequence[0].length !== width) throw new RangeError('all sequences need the same features');
    const padded: number[][] = [];
    const marks: number[] = [];
    for (let t = 0; t < longest; t++) {
      const real = t < sequence.length;
      padded.push(real ? sequence[t] : new Array(width).fill(value));
      marks.push(real ? 1 : 0);
    }
    x.push(padded);
    mask.push(marks);
  }
  return { x, mask };
}
