export const softmax = (logits) => logits.map((row) => {
  const max = row.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE);
  const e = row.map((z) => Math.exp(z - max));
  const s = e.reduce((a, b) => a + b);
  return e.map((v) => v / s);
});
