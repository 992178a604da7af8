const deviation = (fanIn: number, fanOut: number): number => Math.sqrt(2 / (fanIn + fanOut));

/** Weights of -deviation to deviation. */
export function glorotUniform(random: number[][], fanIn: number, fanOut: number): number[][] {
  const limit = deviation(fanIn, fanOut);
  const weights: number[][] = [];
  for (const row of random) {
    const line: number[] = [];
    for (const u of row) line.push(-limit + u * (limit - -limit));
    weights.push(line);
  }
  return weights;
}
