/** SGD with momentum: v = mu v - lr g, w = w + v. */
export function momentum(state: { theta: number[]; m: number[] }, gradient: number[], options: { learningRate?: number; gamma?: number } = {}) {
  const lr = options.learningRate ?? 0.01;
  const mu = options.gamma ?? 0.9;
  const velocity: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < state.theta.length; i++) {
    velocity[i] = mu * state.m[i];
    velocity[i] -= lr * gradient[i];
    weights[i] = state.theta[i] + velocity[i];
  }
  return { theta: weights, m: velocity };
}
