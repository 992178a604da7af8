export const softmax = (logits) => logits.map((row) => { const m = Math.max(...row), lse = m + Math.log(row.reduce((s, z) => s + Math.exp(z - m), 0)); return row.map((z) => Math.exp(z - lse)); });
