const sigmoid = (z) => 1 / (1 + Math.exp(-z));
export function lstmCell(x, state, weights) {
  const units = weights.forget.b.length;
  const h = [], c = [];
  for (let n = 0; n < x.length; n++) {
    const v = [...state.h[n], ...x[n]];
    const at = (name, j) => {
      let z = weights[name].b[j];
      for (let k = 0; k < v.length; k++) z += v[k] * weights[name].w[k][j];
      return name === 'candidate' ? Math.tanh(z) : sigmoid(z);
    };
    h.push([]);
    c.push([]);
    for (let j = 0; j < units; j++) {
      c[n].push(at('forget', j) * state.h[n][j] + at('input', j) * at('candidate', j));
      h[n].push(at('output', j) * Math.tanh(c[n][j]));
    }
  }
  return { h, c };
}
