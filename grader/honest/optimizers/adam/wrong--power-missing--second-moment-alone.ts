const mix = (old, fresh, beta) => old.map((x, i) => beta * x + (1 - beta) * fresh[i]);
export const adam = ({ theta, m, v, t }, grad, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) => {
  const step = t + 1;
  const nextM = mix(m, grad, beta1), nextV = mix(v, grad.map((g) => g ** 2), beta2);
  const mHat = nextM.map((x) => x / (1 - Math.pow(beta1, step)));
  const vHat = nextV.map((x) => x / (1 - beta2));
  return { theta: theta.map((w, i) => w - (learningRate * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon)), m: nextM, v: nextV, t: step };
};
