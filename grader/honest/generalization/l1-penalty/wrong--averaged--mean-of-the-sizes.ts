export const l1Penalty = (w, lambda) => (lambda / w.length) * w.reduce((sum, v) => sum + Math.abs(v), 0);
