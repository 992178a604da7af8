const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
type Layer = { w: number[][]; b: number[] };
const product = (a: number[][], b: number[][]) => a.map((row) => b[0].map((_, j) => row.reduce((s, v, i) => s + v * b[i][j], 0)));
const transpose = (a: number[][]) => a[0].map((_, j) => a.map((row) => row[j]));
const zip = (a: number[][], b: number[][], f: (x: number, y: number) => number) => a.map((row, i) => row.map((v, j) => f(v, b[i][j])));
const forward = (x: number[][], layers: Layer[]) => {
  const drives: number[][][] = [], activations = [x];
  for (const { w, b } of layers) {
    const z = product(activations[activations.length - 1], w).map((row) => row.map((v, j) => v + b[j]));
    drives.push(z);
    activations.push(z.map((row) => row.map(sigmoid)));
  }
  return { drives, activations };
};

const slope = (z: number) => sigmoid(z) * (1 - sigmoid(z));
export function backprop(x: number[][], t: number[][], layers: Layer[]): Layer[] {
  const { drives, activations } = forward(x, layers);
  const last = layers.length - 1;
  let deltas = zip(zip(activations[last + 1], t, (y, target) => y - target), drives[last], (e, z) => e * slope(z));
  const gradients: Layer[] = [];
  for (let l = last; l >= 0; l--) {
    const w = product(transpose(activations[l]), deltas).map((row) => row.map((v) => v / x.length));
    const b = transpose(deltas).map((column) => column.reduce((p, q) => p + q, 0) / x.length);
    gradients.unshift({ w, b });
    deltas = zip(product(deltas, transpose(layers[l].w)), activations[l], (e, a) => e * slope(a));
  }
  return gradients;
}
