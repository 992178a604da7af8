export const frobeniusNorm = (w) => w.flat().reduce((sum, x) => sum + x * x, 0);
