export const softmax = (logits) => {
  const top = Math.max(...logits.map((row) => Math.max(...row)));
  return logits.map((row) => {
    const log = Math.log(row.reduce((s, z) => s + Math.exp(z - top), 0));
    return row.map((z) => Math.exp(z - top - log));
  });
};
