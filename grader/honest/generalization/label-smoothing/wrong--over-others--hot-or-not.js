export const labelSmoothing = (t, { smoothing = 0.1 } = {}) =>
  t.map((row) => row.map((p) => (p === 1 ? 1 - smoothing : smoothing / (row.length - 1))));
