class Vae {
  beta: number;
  constructor({ beta }: { beta?: number } = {}) { this.beta = beta === undefined ? 1 : beta; }
  distance(a: number[], b: number[]): number { return Math.hypot(...a.map((v, i) => v - b[i])) ** 2; }
  divergence(mu: number[], lv: number[]): number { const t = Float64Array.from(mu, (m, i) => (m ** 2 + Math.exp(lv[i]) - lv[i] - 1) / 2); return t.reduceRight((s, v) => s + v); }
}
export const vaeLoss = (x: number[][], r: number[][], m: number[][], lv: number[][], options?: { beta?: number }): number => { const vae = new Vae(options); let loss = 0; for (let n = 0; n < x.length; n++) loss += (vae.distance(x[n], r[n]) + vae.beta * vae.divergence(m[n], lv[n])) / x.length; return loss; };
