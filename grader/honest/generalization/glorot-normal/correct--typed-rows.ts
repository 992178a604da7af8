export function glorotNormal(random: number[][], fanIn: number, fanOut: number) {
  const sigma = Math.SQRT2 / Math.sqrt(fanIn + fanOut);
  return random.map((row) => Float64Array.from(row, (z) => sigma * z));
}
