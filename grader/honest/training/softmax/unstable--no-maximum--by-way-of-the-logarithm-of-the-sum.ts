export const softmax = (logits) => logits.map((row) => {
  const lse = Math.log(row.reduce((s, z) => s + Math.exp(z), 0));
  return row.map((z) => Math.exp(z - lse));
});
