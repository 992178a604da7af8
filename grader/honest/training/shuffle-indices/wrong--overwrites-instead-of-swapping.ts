export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); a[i] = a[j]; a[j] = a[i]; } return a; };
