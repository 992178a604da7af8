class Generator {
  private readonly mean = (xs: number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
  private logSigmoid(z: number) { return z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z)); }
  nonSaturating(z: number[]) { return -this.mean(z.map((x) => this.logSigmoid(x))); }
  minimax(z: number[]) { return this.mean(z.map((x) => this.logSigmoid(-x))); }
}
export function ganGeneratorLoss(fake: number[], options?: { saturating?: boolean }) {
  const g = new Generator();
  return options?.saturating ? g.minimax(fake) : g.nonSaturating(fake);
}
