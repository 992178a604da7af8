const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
const same = (a: unknown[], b: unknown[]) => { if (a.length !== b.length) throw new TypeError('shape'); };
export const meanSquaredError = (y: number[][], t: number[][]): number => { same(y, t); return mean(y.map((r, i) => { same(r, t[i]); return mean(r.map((v, j) => (t[i][j] - v) * (t[i][j] - v))); })); };
