/* Lena Bergmann, Matr. 4711 */
'use strict';

const sum = (list) => {
  let s = 0;
  for (const value of list) s += value;
  return s;
};

const SIGMOID = {
  f: (d) => 1 / (1 + Math.exp(-d)),
  df: (d) => Math.exp(-Math.abs(d)) / (1 + Math.exp(-Math.abs(d))) ** 2,
};

function outputDelta(y, t, d, loss = 'mse') {
  let delta = [];
  for (let i in y) {
    delta[i] = (y[i] - t[i]) * SIGMOID.df(d[i]);
    if (loss === 'mse') delta[i] *= 2 / y.length;
  }
  return delta;
}

function hiddenDelta(deltaNext, wNext, d) {
  let delta = [];
  for (let i in d) {
    const products = deltaNext.map((dn, k) => dn * wNext[i][k]);
    delta[i] = sum(products) * SIGMOID.df(d[i]);
  }
  return delta;
}

function softmax(logits) {
  return logits.map((row) => {
    const highest = [...row].sort((a, b) => b - a)[0];
    const powers = row.map((z) => Math.pow(Math.E, z - highest));
    const s = sum(powers);
    return powers.map((p) => p / s);
  });
}

function categoricalCrossEntropy(y, t, { fromLogits } = { fromLogits: false }) {
  const losses = [];
  for (let n = 0; n < y.length; n++) {
    let logs;
    if (fromLogits) {
      const highest = [...y[n]].sort((a, b) => b - a)[0];
      const logSum = Math.log(sum(y[n].map((z) => Math.exp(z - highest))));
      logs = y[n].map((z) => z - highest - logSum);
    } else {
      logs = y[n].map((p) => Math.log(p));
    }
    if (Array.isArray(t[n])) {
      losses.push(-sum(t[n].map((p, k) => (p === 0 ? 0 : p * logs[k]))));
    } else {
      if (!Number.isInteger(t[n]) || t[n] < 0 || t[n] >= logs.length) throw new RangeError('Index: ' + t[n]);
      losses.push(-logs[t[n]]);
    }
  }
  return sum(losses) / losses.length;
}

function adam(state, gradient, options) {
  options = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, ...options };
  const { learningRate: eta, beta1: b1, beta2: b2, epsilon: eps } = options;
  const s = { theta: [...state.theta], m: [...state.m], v: [...state.v], t: state.t };
  s.t++;
  for (let i in gradient) {
    s.m[i] = b1 * s.m[i] + (1 - b1) * gradient[i];
    s.v[i] = b2 * s.v[i] + (1 - b2) * gradient[i] * gradient[i];
    const mh = s.m[i] / (1 - Math.pow(b1, s.t));
    const vh = s.v[i] / (1 - Math.pow(b2, s.t));
    s.theta[i] -= (eta * mh) / (Math.sqrt(vh) + eps);
  }
  return s;
}

function conv2d(x, kernel, bias, options = {}) {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  const H = x[0].length;
  const W = x[0][0].length;
  const KH = kernel.length;
  const KW = kernel[0].length;
  if (x[0][0][0].length !== kernel[0][0].length) throw new RangeError('Kanäle passen nicht');

  const plan = (size, k, stride, dilation) => {
    const reach = dilation * (k - 1);
    let first = 0;
    let last = size - reach - 1;
    if (padding === 'same') {
      const n = Math.ceil(size / stride);
      const pad = Math.max(0, (n - 1) * stride + reach + 1 - size);
      first = -Math.floor(pad / 2);
      last = first + (n - 1) * stride;
    }
    if (last < first) throw new RangeError('Kernel zu groß');
    const starts = [];
    for (let i = first; i <= last; i += stride) starts.push(i);
    return starts;
  };

  const rows = plan(H, KH, strides[0], dilations[0]);
  const cols = plan(W, KW, strides[1], dilations[1]);
  return x.map((image) =>
    rows.map((r) =>
      cols.map((c) =>
        bias.map((b, f) => {
          let z = b;
          for (let i = 0; i < KH; i++) {
            for (let j = 0; j < KW; j++) {
              const line = image[r + i * dilations[0]];
              const pixel = line === undefined ? undefined : line[c + j * dilations[1]];
              if (pixel !== undefined) z += sum(pixel.map((value, ch) => value * kernel[i][j][ch][f]));
            }
          }
          return z;
        })
      )
    )
  );
}

function lstmCell(x, state, weights) {
  const next = { h: [], c: [] };
  for (let n in x) {
    const v = [...state.h[n], ...x[n]];
    const net = (name) => weights[name].b.map((b, u) => b + sum(v.map((value, k) => value * weights[name].w[k][u])));
    const f = net('forget').map(SIGMOID.f);
    const i = net('input').map(SIGMOID.f);
    const g = net('candidate').map(Math.tanh);
    const o = net('output').map(SIGMOID.f);
    next.c[n] = f.map((value, u) => value * state.c[n][u] + i[u] * g[u]);
    next.h[n] = o.map((value, u) => value * Math.tanh(next.c[n][u]));
  }
  return next;
}

function klStandardNormal(mean, logVariance) {
  const terms = [];
  for (let n = 0; n < mean.length; n++) {
    for (let k = 0; k < mean[n].length; k++) {
      terms.push(mean[n][k] ** 2 + Math.exp(logVariance[n][k]) - logVariance[n][k] - 1);
    }
  }
  // die Hälfte von jedem
  for (const term of terms) {
    terms.push(term / 2);
  }
  return sum(terms) / mean.length;
}

export { outputDelta, hiddenDelta, softmax, categoricalCrossEntropy, adam, conv2d, lstmCell, klStandardNormal };
