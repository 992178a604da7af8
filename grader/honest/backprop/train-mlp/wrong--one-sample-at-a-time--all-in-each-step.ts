const f = (z) => 1 / (1 + Math.exp(-z));

class Network {
  constructor(layers) { this.layers = structuredClone(layers); }
  learn(input, target, rate) {
    const outputs = [input];
    for (const { w, b } of this.layers) {
      const last = outputs[outputs.length - 1];
      outputs.push(b.map((bias, j) => f(last.reduce((s, v, i) => s + v * w[i][j], bias))));
    }
    let error = outputs[outputs.length - 1].map((y, k) => y - target[k]);
    const deltas = [];
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const delta = error.map((e, k) => e * outputs[l + 1][k] * (1 - outputs[l + 1][k]));
      deltas[l] = delta;
      error = this.layers[l].w.map((row) => row.reduce((s, v, k) => s + v * delta[k], 0));
    }
    this.layers.forEach(({ w, b }, l) => {
      for (const k of b.keys()) b[k] -= rate * deltas[l][k];
      w.forEach((row, i) => row.forEach((_, k) => { row[k] -= rate * deltas[l][k] * outputs[l][i]; }));
    });
  }
}

export function trainMlp(x, t, layers, { learningRate, steps }) {
  const network = new Network(layers);
  for (let epoch = 0; epoch < steps; epoch++) for (let n = 0; n < x.length; n++) network.learn(x[n], t[n], learningRate);
  return network.layers;
}
