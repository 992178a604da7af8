class Adam {
  t: number; m: Float64Array; v: Float64Array; theta: Float64Array;
  constructor({ theta, m, v, t }: any, private readonly o: any) { this.t = t; this.theta = new Float64Array(theta); this.m = new Float64Array(m); this.v = new Float64Array(v); }
  step(g: number[]) {
    const { learningRate: lr = 1e-3, beta1: b1 = 0.9, beta2: b2 = 0.999, epsilon: eps = 1e-7 } = this.o ?? {};
    this.t += 1;
    g.forEach((x, i) => {
      this.m[i] += (1 - b1) * (x - this.m[i]);
      this.v[i] += (1 - b2) * (x * x - this.v[i]);
      this.theta[i] -= lr * (this.m[i] / (1 - Math.pow(b1, this.t))) / (Math.sqrt(this.v[i] / (1 - Math.pow(b2, this.t))) + eps);
    });
    const { theta, m, v, t } = this;
    return { theta, m, v, t };
  }
}
export const adam = (state: any, gradient: number[], options?: any) => new Adam(state, options).step(gradient);
