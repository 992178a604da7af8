export const softmax = (logits) => logits.map((row) => {
  let m = -Infinity, s = 0;
  for (const z of row) { if (z > m) { s = s * Math.exp(m - z) + 1; m = z; } else if (z > -Infinity) s += Math.exp(z - m); }
  return Float64Array.from(row, (z) => Math.exp(z - m) / s);
});
