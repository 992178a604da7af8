export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; r.forEach((u, k) => { const i = n - 1 - k, j = Math.floor(i * u); [a[j], a[i]] = [a[i], a[j]]; }); return a; };
