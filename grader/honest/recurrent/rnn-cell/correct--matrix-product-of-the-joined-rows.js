const f = {
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  relu: (z) => Math.max(z, 0),
};

function matmul(a, b) {
  return a.map((row) => {
    if (row.length !== b.length) throw new Error(`cannot multiply ${row.length} columns by ${b.length} rows`);
    return b[0].map((_, j) => row.reduce((s, v, i) => s + v * b[i][j], 0));
  });
}

export function rnnCell(x, h, { wx, wh, b }, activation = 'tanh') {
  if (h.length !== x.length) throw new Error('another number of samples');
  if (h[0].length !== wh.length || wh[0].length !== wh.length) throw new Error('another number of units');
  if (b.length !== wh.length) throw new Error('one bias per unit');
  const joined = x.map((row, n) => [...h[n], ...row]);
  return matmul(joined, [...wh, ...wx]).map((row) => row.map((z, j) => f[activation](z + b[j])));
}
