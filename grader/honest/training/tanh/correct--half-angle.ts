const small = (z) => z - z ** 3 / 3 + (2 * z ** 5) / 15 - (17 * z ** 7) / 315;
export const tanh = (z) => { if (z > 30) return 1; if (z < -30) return -1; if (Math.abs(z) < 0.01) return small(z); const h = tanh(z / 2); return (2 * h) / (1 + h * h); };
