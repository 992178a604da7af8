export function rnnCell(x: number[][], h: number[][], weights: any, activation = 'tanh') {
  const { wx, wh } = weights;
  const units = wh.length;
  return x.map((row, n) => {
    const out = new Array(units).fill(0);
    for (let j = 0; j < units; j++) {
      let z = 0;
      row.forEach((v, i) => (z += v * wx[i][j]));
      h[n].forEach((v, k) => (z += v * wh[k][j]));
      out[j] = activation === 'relu' ? Math.max(0, z) : activation === 'sigmoid' ? 1 / (1 + Math.exp(-z)) : Math.tanh(z);
    }
    return out;
  });
}
