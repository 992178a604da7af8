export function momentum({ theta, m }, gradient, options) {
  const eta = options?.learningRate ?? 0.01, gamma = options?.gamma ?? 0.9;
  return { theta: theta.map((p, i) => p - eta * gamma * m[i] - eta * gradient[i]), m: m.map((v, i) => gradient[i] - -gamma * v), options };
}
