const byRow = (x, f) => {
  if (typeof x === 'number') return f([x])[0];
  return Array.isArray(x[0]) ? x.map((part) => byRow(part, f)) : f(x);
};

export function standardize(x) {
  return byRow(x, (row) => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    const deviation = Math.sqrt(row.reduce((a, b) => a + (b - mean) ** 2, 0) / row.length);
    return row.map((e) => (deviation > 0 ? (e - mean) / deviation : 0));
  });
}
