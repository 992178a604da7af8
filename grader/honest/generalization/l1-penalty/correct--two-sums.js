// positive and negative weights apart
export function l1Penalty(w, lambda) {
  const positive = w.filter((x) => x > 0).reduce((a, b) => a + b, 0);
  const negative = w.filter((x) => x < 0).reduce((a, b) => a + b, 0);
  return lambda * (positive - negative);
}
