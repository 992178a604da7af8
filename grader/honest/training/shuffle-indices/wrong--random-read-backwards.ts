export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[i - 1] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };
