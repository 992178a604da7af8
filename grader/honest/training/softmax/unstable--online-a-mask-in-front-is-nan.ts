export const softmax = (logits) => logits.map((row) => {
  let m = -Infinity, s = 0;
  for (const z of row) { if (z > m) { s = s * Math.exp(m - z) + 1; m = z; } else s += Math.exp(z - m); }
  return row.map((z) => Math.exp(z - m) / s);
});
