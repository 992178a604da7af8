const exp = (z: number) => Math.exp(z);
const add = (a: number, b: number) => a + b;
export const softmax = (m: number[][]) => m.map((r) => r.map((z) => exp(z) / Math.max(r.map(exp).reduce(add), 1e-12)));
