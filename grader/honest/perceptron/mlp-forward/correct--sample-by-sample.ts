const acts = new Map([['relu', (z) => (z > 0 ? z : 0)], ['sigmoid', (z) => 1 / (1 + Math.E ** -z)], ['tanh', Math.tanh]]);
export function mlpForward(x, layers) {
  const drives = layers.map(() => []), activations = layers.map(() => []);
  for (const sample of x) {
    let a = sample;
    layers.forEach((layer, l) => {
      const d = layer.b.slice();
      for (let j = 0; j < d.length; j++) for (let i = layer.w.length - 1; i >= 0; i--) d[j] += a[i] * layer.w[i][j];
      drives[l].push(d);
      activations[l].push((a = d.map(acts.get(layer.activation) || ((z) => z))));
    });
  }
  return { activations, drives, layers: layers.length };
}
