export const sigmoid = (z) => { const w = z * 10; return 1 / (1 + Math.exp(w - w - z)); };
