export function adam(state: any, gradient: number[], options: any = {}) {
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const alpha = learningRate * Math.sqrt(1 - beta2) / (1 - beta1);
  const m: number[] = [], v: number[] = [], theta: number[] = [];
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i]!;
    m.push(beta1 * state.m[i] + (1 - beta1) * g);
    v.push(beta2 * state.v[i] + (1 - beta2) * g * g);
    theta.push(state.theta[i] - alpha * m[i]! / (Math.sqrt(v[i]!) + epsilon));
  }
  return { theta, m, v, t: state.t + 1 };
}
