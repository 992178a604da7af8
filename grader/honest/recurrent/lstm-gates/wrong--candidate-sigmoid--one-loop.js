const sigmoid = (z) => 1 / (1 + Math.exp(-z));

export function lstmGates(x, h, weights) {
  const result = {};
  for (const name of ['forget', 'input', 'candidate', 'output']) {
    const { w, b } = weights[name];
    result[name] = x.map((row, n) => {
      const joined = [...h[n], ...row];
      return b.map((bias, j) => sigmoid(joined.reduce((sum, v, i) => sum + v * w[i][j], bias)));
    });
  }
  return result;
}
