const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0);
export function scaledDotProductAttention(q, k, v, mask) {
  return q.map((queries, n) => {
    const root = Math.sqrt(queries[0].length);
    const scores = queries.map((query, i) =>
      k[n].map((key, j) => (mask === undefined || mask[n][i][j] ? dot(query, key) / root : -Infinity)),
    );
    const weights = scores.map((row) => row.slice());
    for (let j = 0; j < k[n].length; j++) {
      const column = scores.map((row) => row[j]);
      const top = Math.max(...column);
      const sum = column.reduce((s, x) => s + (x === -Infinity ? 0 : Math.exp(x - top)), 0);
      for (let i = 0; i < column.length; i++) weights[i][j] = column[i] === -Infinity ? 0 : Math.exp(column[i] - top) / sum;
    }
    return weights.map((row) => v[n][0].map((_, c) => row.reduce((s, w, j) => s + w * v[n][j][c], 0)));
  });
}
