export const clipByNorm = (gradient, maxNorm) =>
  gradient.map((g) => (Math.abs(g) > maxNorm ? Math.sign(g) * maxNorm : g));
