export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = 0; i < n - 1; i++) { const j = i + Math.floor(r[i] * (n - i)); [a[j], a[i]] = [a[i], a[j]]; } return a; };
