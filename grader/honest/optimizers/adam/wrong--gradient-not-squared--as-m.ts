export function adam({ theta, m, v, t }, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  const average = (moment, beta) => moment.map((x, i) => beta * x + (1 - beta) * gradient[i]);
  const [nextM, nextV] = [average(m, beta1), average(v, beta2)];
  const n = t + 1;
  const unbiased = (moment, beta) => moment.map((x) => x / (1 - beta ** n));
  const mHat = unbiased(nextM, beta1), vHat = unbiased(nextV, beta2);
  return { theta: theta.map((x, i) => x - learningRate * mHat[i] / (Math.sqrt(vHat[i]) + epsilon)), m: nextM, v: nextV, t: n };
}
