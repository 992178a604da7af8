class Layer {
  constructor(private readonly weights: number[][]) {}
  forward(h: number[]): number[] {
    return this.weights.map((row) => row.map((w, i) => w * h[i]).reduce((a, b) => a + b, 0));
  }
}

function logSoftmax(z: number[]): number[] {
  const m = z.reduce((a, b) => (a > b ? a : b));
  const shifted = z.map((x) => x - m);
  const total = shifted.map((x) => Math.exp(x)).reduce((a, b) => a + b);
  return shifted.map((x) => x - Math.log(total));
}

export function cbow(context: number[][], output: number[][], target: number): number {
  if (target % 1 !== 0 || target < 0 || target > output.length - 1) throw new RangeError(`target: ${target}`);
  const sum = context.reduce((acc, row) => acc.map((x, i) => x + row[i]));
  const mean = sum.map((x) => x / context.length);
  return -logSoftmax(new Layer(output).forward(mean))[target];
}
