export const logSoftmax = (logits) => logits.map((row) => {
  const m = Math.max(...row), shifted = row.map((z) => z - m);
  const l = Math.log(shifted.map(Math.exp).sort((a, b) => a - b).reduce((a, b) => a + b));
  return shifted.map((z) => z - l);
});
