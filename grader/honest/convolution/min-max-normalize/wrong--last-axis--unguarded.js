const byRow = (x, f) => {
  if (typeof x === 'number') return f([x])[0];
  return Array.isArray(x[0]) ? x.map((part) => byRow(part, f)) : f(x);
};

export function minMaxNormalize(x) {
  return byRow(x, (row) => row.map((e) => (e - Math.min(...row)) / (Math.max(...row) - Math.min(...row))));
}
