const clamp = (z, lo = -50, hi = 50) => (z < lo ? lo : z > hi ? hi : z);
export function softmax(logits) {
  return logits.map((row) => {
    const e = row.map((z) => Math.exp(clamp(z)));
    const s = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / s);
  });
}
