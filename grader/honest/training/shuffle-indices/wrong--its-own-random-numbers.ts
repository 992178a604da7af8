export const shuffleIndices = (n) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };
