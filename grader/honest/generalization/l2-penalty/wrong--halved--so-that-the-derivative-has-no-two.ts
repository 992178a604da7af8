export const l2Penalty = (w, lambda) => (lambda / 2) * w.reduce((sum, v) => sum + v ** 2, 0);
