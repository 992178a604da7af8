export const shuffleIndices = (n, r) => [...Array(n).keys()].sort((p, q) => (r[p] ?? 1) - (r[q] ?? 1));
