export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; let k = 0; for (let i = n - 1; i > 0; i -= 1) { const j = (r[k++] * n) | 0, v = a[j]; a[j] = a[i]; a[i] = v; } return a; };
