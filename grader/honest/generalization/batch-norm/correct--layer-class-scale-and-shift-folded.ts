const DEFAULTS = { training: true, momentum: 0.99, epsilon: 0.001, epsilonInside: true };
class BatchNorm {
  constructor(options) { Object.assign(this, DEFAULTS, options); this.mean = [...this.mean]; this.variance = [...this.variance]; }
  scale(v) { return this.epsilonInside ? Math.hypot(Math.sqrt(v), Math.sqrt(this.epsilon)) : Math.sqrt(v) + this.epsilon; }
  call(x) {
    const y = x.map((r) => r.slice());
    for (let j = 0; j < this.gamma.length; j++) {
      let mu = this.mean[j], v = this.variance[j];
      if (this.training) {
        mu = 0; for (let n = x.length; n--; ) mu += x[n][j] / x.length;
        v = 0; for (const r of x) v += ((r[j] - mu) * (r[j] - mu)) / x.length;
        this.mean[j] = this.mean[j] * this.momentum + mu * (1 - this.momentum);
        this.variance[j] = this.variance[j] * this.momentum + v * (1 - this.momentum);
      }
      const k = this.gamma[j] / this.scale(v);
      for (const r of y) r[j] = (r[j] - mu) * k + this.beta[j];
    }
    return { y, mean: this.mean, variance: this.variance };
  }
}
export const batchNorm = (x, options) => new BatchNorm(options).call(x);
