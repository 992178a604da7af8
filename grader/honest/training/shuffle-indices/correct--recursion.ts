const swap = (a, i, j) => a.map((v, k) => (k === i ? a[j] : k === j ? a[i] : v));
const go = (a, i, [u, ...rest]) => (i < 1 ? a : go(swap(a, i, Math.floor(u * (i + 1))), i - 1, rest));
export const shuffleIndices = (n, random) => go(Array.from(Array(n), (_, k) => k), n - 1, random);
