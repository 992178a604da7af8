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

const gradients = (x: number[][], t: number[][], layers: Layer[]): Layer[] => {
  const { activations } = forward(x, layers);
  let errors = zip(activations[layers.length], t, (y, target) => y - target);
  const out: Layer[] = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const deltas = zip(errors, activations[l + 1], (e, a) => e * a * (1 - a));
    out.unshift({
      w: product(transpose(activations[l]), deltas).map((row) => row.map((v) => v / x.length)),
      b: transpose(deltas).map((column) => column.reduce((p, q) => p + q, 0) / x.length),
    });
    errors = product(deltas, transpose(layers[l].w));
  }
  return out;
};

export function trainMlp(x: number[][], t: number[][], layers: Layer[], { steps }: { learningRate: number; steps: number }): Layer[] {
  let net = layers;
  for (let step = 0; step < steps; step++) {
    const g = gradients(x, t, net);
    net = net.map(({ w, b }, l) => ({ w: zip(w, g[l].w, (v, d) => v - d), b: b.map((v, j) => v - g[l].b[j]) }));
  }
  return net;
}
