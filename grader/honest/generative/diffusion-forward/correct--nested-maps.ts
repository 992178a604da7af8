type Matrix = number[][];

export function diffusionForward(x: Matrix, noise: Matrix, alphaBar: number[]): Matrix {
  if (x.length !== noise.length || x.length !== alphaBar.length) throw new Error('one row of noise and one alphaBar per sample');
  return x.map((row, n) => {
    if (row.length !== noise[n]!.length) throw new Error('noise has another width');
    const signal = Math.sqrt(alphaBar[n]!);
    const sigma = Math.sqrt(1 - alphaBar[n]!);
    return row.map((v, d) => signal * v + sigma * noise[n]![d]!);
  });
}
