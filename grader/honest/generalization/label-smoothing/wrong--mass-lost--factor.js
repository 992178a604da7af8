export const labelSmoothing = (t, { smoothing = 0.1 } = {}) => t.map((row) => row.map((p) => p - smoothing * p));
