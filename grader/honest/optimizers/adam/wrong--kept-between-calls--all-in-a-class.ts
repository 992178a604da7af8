class Optimizer {
  private m: number[] = [];
  private v: number[] = [];
  private t = 0;

  step(theta: number[], gradient: number[], rate: number, beta1: number, beta2: number, epsilon: number) {
    this.t += 1;
    const next = [];
    for (let i = 0; i < theta.length; i++) {
      const g = gradient[i]!;
      this.m[i] = beta1 * (this.m[i] ?? 0) + (1 - beta1) * g;
      this.v[i] = beta2 * (this.v[i] ?? 0) + (1 - beta2) * g * g;
      const mHat = this.m[i]! / (1 - Math.pow(beta1, this.t));
      const vHat = this.v[i]! / (1 - Math.pow(beta2, this.t));
      next.push(theta[i]! - (rate * mHat) / (Math.sqrt(vHat) + epsilon));
    }
    const { m, v, t } = this;
    return { theta: next, m: m.slice(0, theta.length), v: v.slice(0, theta.length), t };
  }
}

const optimizer = new Optimizer();

export const adam = (
  state: { theta: number[] },
  gradient: number[],
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {},
) => optimizer.step(state.theta, gradient, learningRate, beta1, beta2, epsilon);
