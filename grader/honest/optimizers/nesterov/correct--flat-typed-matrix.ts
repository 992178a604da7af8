export function nesterov(state: any, objective: any, opts?: any) {
  const n = state.theta.length, eta = opts?.learningRate ?? 0.01, gamma = opts?.gamma ?? 0.9, A = Float64Array.from(objective.a.flat());
  const m = Float64Array.from(state.m), theta = Float64Array.from(state.theta), p = theta.map((v, i) => v - eta * (gamma * m[i]));
  for (let i = 0; i < n; i++) { m[i] *= gamma; for (let j = n - 1; j >= 0; j--) m[i] += A[i * n + j] * p[j]; m[i] -= objective.b[i]; theta[i] -= eta * m[i]; }
  return { theta, m };
}
