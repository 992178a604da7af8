export const frobeniusNorm = (w) => Math.hypot(...w.flat());
