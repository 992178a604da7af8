export const sigmoid = (z) => 1 / (1 + 2 ** (-z * Math.LOG2E));
