export function categoricalCrossEntropy(y, t, options = {}) {
  const classes = y[0].length;
  const soft = (row) => {
    const m = Math.max(...row);
    const e = row.map((z) => Math.exp(z - m));
    const s = e.reduce((a, b) => a + b);
    return e.map((v) => v / s);
  };
  let loss = 0;
  for (let i = 0; i < y.length; i++) {
    const p = options.fromLogits ? soft(y[i]) : y[i];
    for (let c = 0; c < classes; c++) {
      if (typeof t[i] === 'number' && !(t[i] in p)) throw new Error('class');
      const target = typeof t[i] === 'number' ? Number(c === t[i]) : t[i][c];
      if (target > 0) loss -= target * Math.log(p[c]);
      if (target < 1) loss -= (1 - target) * Math.log(1 - p[c]);
    }
  }
  return loss / (y.length * classes);
}
