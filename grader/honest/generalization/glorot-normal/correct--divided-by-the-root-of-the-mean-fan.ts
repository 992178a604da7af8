export function glorotNormal(random: number[][], fanIn: number, fanOut: number): number[][] {
  const meanFan = (fanIn + fanOut) / 2;
  return random.map((row) => row.map((z) => z / Math.sqrt(meanFan)));
}
