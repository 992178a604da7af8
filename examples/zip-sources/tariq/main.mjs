// Tariq — submission (hand in the whole zip)
import * as la from './la.mjs';

export { conv2d, lstmCell } from './nets.js';

export const outputDelta = (y, t, d, loss = 'mse') => {
  const k = loss === 'half' ? 1 : 2 / y.length;
  return la.each(y.length, i => k * (y[i] - t[i]) * la.logistic(d[i]) * (1 - la.logistic(d[i])));
};

export const hiddenDelta = (deltaNext, wNext, d) =>
  la.each(d.length, i => la.total(deltaNext.length, k => deltaNext[k] * wNext[i][k]) * la.logistic(d[i]) * (1 - la.logistic(d[i])));

// powers of two are exact in binary, so 2^z it is
export const softmax = logits => logits.map(row => {
  const top = Math.max(...row);
  const powers = row.map(z => 2 ** (z - top));
  const sum = la.total(powers.length, i => powers[i]);
  return powers.map(p => p / sum);
});

export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) => {
  const N = y.length;
  return la.total(N, n => {
    const row = y[n];
    const top = Math.max(...row);
    const logZ = fromLogits ? Math.log(la.total(row.length, k => Math.exp(row[k] - top))) : 0;
    const loss = k => (fromLogits ? logZ + top - row[k] : -Math.log(row[k]));
    if (typeof t[n] === 'number') {
      if (t[n] < 0 || t[n] >= row.length) throw new Error(`label ${t[n]} out of range`);
      return loss(t[n]);
    }
    return la.total(row.length, k => (t[n][k] ? t[n][k] * loss(k) : 0));
  }) / N;
};

// the efficient order of computation from the end of section 2 of the paper
export const adam = (state, gradient, options) => {
  const { learningRate, beta1, beta2, epsilon } = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, ...options };
  const t = state.t + 1;
  const alpha = learningRate * Math.sqrt(1 - beta2 ** t) / (1 - beta1 ** t);
  const m = la.each(gradient.length, i => beta1 * state.m[i] + (1 - beta1) * gradient[i]);
  const v = la.each(gradient.length, i => beta2 * state.v[i] + (1 - beta2) * gradient[i] ** 2);
  const theta = la.each(gradient.length, i => state.theta[i] - alpha * m[i] / (Math.sqrt(v[i]) + epsilon));
  return { theta, m, v, t };
};

export const klStandardNormal = (mean, logVariance) =>
  la.total(mean.length, n => la.total(mean[n].length, k => {
    const [mu, lv] = [mean[n][k], logVariance[n][k]];
    return 0.5 * (mu * mu - 1 - lv + Math.exp(lv));
  })) / mean.length;
