type State = { theta: number[]; m: number[]; v: number[]; t: number };
type Options = Partial<{ learningRate: number; beta1: number; beta2: number; epsilon: number }>;

const defaults = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

export function adam(state: State, gradient: number[], options: Options = {}): State {
  const { learningRate, beta1, beta2, epsilon } = { ...defaults, ...options };
  const next: State = { theta: [], m: [], v: [], t: state.t + 1 };
  const correction1 = 1 - Math.pow(beta1, next.t);
  const correction2 = 1 - Math.pow(beta2, next.t);
  gradient.forEach((g, i) => {
    const m = beta1 * state.m[i] + (1 - beta1) * g;
    const v = beta2 * state.v[i] + (1 - beta2) * g * g;
    next.m.push(m);
    next.v.push(v);
    next.theta.push(state.theta[i] - (learningRate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon));
  });
  return next;
}
