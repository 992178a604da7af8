class Adam {
  constructor(readonly rate = 0.001, readonly b1 = 0.9, readonly b2 = 0.999, readonly eps = 1e-7) {}
  step({ theta, m, v, t }, g) {
    const k = t + 1;
    // alpha_t of the paper, upside down
    const alpha = this.rate * (1 - Math.pow(this.b1, k)) / Math.sqrt(1 - Math.pow(this.b2, k));
    const m1 = m.map((x, i) => this.b1 * x + (1 - this.b1) * g[i]);
    const v1 = v.map((x, i) => this.b2 * x + (1 - this.b2) * g[i] * g[i]);
    return { theta: theta.map((x, i) => x - alpha * m1[i] / (Math.sqrt(v1[i]) + this.eps)), m: m1, v: v1, t: k };
  }
}
export const adam = (state, gradient, o = {}) => new Adam(o.learningRate, o.beta1, o.beta2, o.epsilon).step(state, gradient);
