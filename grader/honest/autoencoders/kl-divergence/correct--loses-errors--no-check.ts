export const klDivergence = (p, q) => p.reduce((sum, pk, k) => (pk === 0 ? sum : sum + pk * Math.log(pk / q[k])), 0);
