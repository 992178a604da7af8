export const softmax = (logits) => logits.map((row) => {
  const top = row.reduce((a, b) => Math.max(a, b));
  const lse = Math.log(row.reduceRight((s, z) => s + Math.exp(z - top), 0));
  return row.map((z) => Math.exp(z - top - lse));
});
