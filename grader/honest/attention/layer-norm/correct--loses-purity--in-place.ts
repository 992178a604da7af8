export function layerNorm(x: number[][], gamma: number[], beta: number[], { epsilon = 1e-3 } = {}) {
  for (const row of x) {
    if (row.length !== gamma.length || row.length !== beta.length) throw new Error('shapes');
    const m = row.reduce((a, b) => a + b) / row.length;
    for (let j = 0; j < row.length; j++) row[j] -= m;
    const s = Math.sqrt(row.reduce((a, b) => a + b * b, 0) / row.length + epsilon);
    for (let j = 0; j < row.length; j++) row[j] = (gamma[j] * row[j]) / s + beta[j];
  }
  return x;
}
