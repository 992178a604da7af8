export const l1Penalty = (w) => w.map(Math.abs).reduce((a, b) => a + b);
