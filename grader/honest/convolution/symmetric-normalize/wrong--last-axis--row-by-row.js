const byRow = (x, f) => {
  if (typeof x === 'number') return f([x])[0];
  return Array.isArray(x[0]) ? x.map((part) => byRow(part, f)) : f(x);
};

export function symmetricNormalize(x) {
  return byRow(x, (row) => {
    const low = Math.min(...row);
    const spread = Math.max(...row) - low;
    return row.map((e) => (spread > 0 ? (2 * (e - low)) / spread - 1 : -1));
  });
}
