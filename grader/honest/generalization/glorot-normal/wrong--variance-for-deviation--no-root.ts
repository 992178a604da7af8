export function glorotNormal(random: number[][], fanIn: number, fanOut: number): number[][] {
  const variance = 2 / (fanIn + fanOut);
  return random.map((row) => row.map((z) => z * variance));
}
