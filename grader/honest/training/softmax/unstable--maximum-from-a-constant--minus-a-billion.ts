export function softmax(logits) {
  return logits.map((row) => {
    let top = -1e9;
    row.forEach((z) => { if (z > top) top = z; });
    const logSum = Math.log(row.reduce((s, z) => s + Math.exp(z - top), 0));
    return row.map((z) => Math.exp(z - top - logSum));
  });
}
