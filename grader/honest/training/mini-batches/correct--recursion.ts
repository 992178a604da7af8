export const miniBatches = (a: number[], n: number): number[][] => { if (n % 1 || n < 1) throw n; return a.length ? [a.slice(0, n), ...miniBatches(a.slice(n), n)] : []; };
