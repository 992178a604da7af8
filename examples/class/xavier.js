// --- global state -----------------------------------------------------------
let step = 0;                    // adam step counter
const probabilities = [];        // result buffer, so that it is only allocated once
const windows = new Map();       // which pixels belong to which output, computed once

const sigm = z => 1 / (1 + Math.exp(-z));

export function outputDelta(y, t, d, loss = 'mse') {
  const error = y.map((v, i) => v - t[i]);
  const slope = d.map(z => sigm(z) * (1 - sigm(z)));
  const c = loss === 'mse' ? 2 / y.length : 1;
  return error.map((e, i) => c * e * slope[i]);
}

export function hiddenDelta(deltaNext, wNext, d) {
  const slope = d.map(z => sigm(z) * (1 - sigm(z)));
  return slope.map((s, i) => s * deltaNext.reduce((acc, delta, k) => acc + delta * wNext[i][k], 0));
}

export function softmax(logits) {
  for (const row of logits) {
    const max = Math.max(...row);
    const e = row.map(z => Math.exp(z - max));
    const sum = e.reduce((a, b) => a + b, 0);
    probabilities.push(e.map(v => v / sum));
  }
  return probabilities;
}

const lse = row => {
  const max = Math.max(...row);
  return max + Math.log(row.reduce((s, z) => s + Math.exp(z - max), 0));
};

export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
  const nll = (row, k) => fromLogits ? lse(row) - row[k] : -Math.log(row[k]);
  let total = 0;
  y.forEach((row, n) => {
    if (typeof t[n] === 'number') {
      if (!(t[n] >= 0 && t[n] < row.length)) throw new RangeError(`there is no class ${t[n]}`);
      total += nll(row, t[n]);
    } else {
      t[n].forEach((p, k) => { if (p) total += p * nll(row, k); });
    }
  });
  return total / y.length;
}

export function adam(state, gradient, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
  step++;
  const m = state.m.map((a, i) => beta1 * a + (1 - beta1) * gradient[i]);
  const v = state.v.map((a, i) => beta2 * a + (1 - beta2) * gradient[i] ** 2);
  const theta = state.theta.map((p, i) =>
    p - learningRate * (m[i] / (1 - beta1 ** step)) / (Math.sqrt(v[i] / (1 - beta2 ** step)) + epsilon));
  return { theta, m, v, t: step };
}

export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) {
  const [h, w, channels] = [x[0].length, x[0][0].length, x[0][0][0].length];
  const [kh, kw, cin] = [kernel.length, kernel[0].length, kernel[0][0].length];
  if (channels !== cin) throw new Error('channels of image and kernel differ');

  const key = `${h}x${w},${kh}x${kw}`;
  if (!windows.has(key)) {
    const eh = (kh - 1) * dilations[0] + 1;
    const ew = (kw - 1) * dilations[1] + 1;
    if (padding === 'valid' && (eh > h || ew > w)) throw new Error('kernel larger than image');
    const oh = padding === 'same' ? Math.ceil(h / strides[0]) : Math.floor((h - eh) / strides[0]) + 1;
    const ow = padding === 'same' ? Math.ceil(w / strides[1]) : Math.floor((w - ew) / strides[1]) + 1;
    const top = padding === 'same' ? Math.floor(Math.max((oh - 1) * strides[0] + eh - h, 0) / 2) : 0;
    const left = padding === 'same' ? Math.floor(Math.max((ow - 1) * strides[1] + ew - w, 0) / 2) : 0;
    const plan = [];
    for (let i = 0; i < oh; i++) {
      plan[i] = [];
      for (let j = 0; j < ow; j++) {
        plan[i][j] = [];
        for (let a = 0; a < kh; a++)
          for (let b = 0; b < kw; b++) {
            const r = i * strides[0] + a * dilations[0] - top;
            const s = j * strides[1] + b * dilations[1] - left;
            if (r >= 0 && s >= 0 && r < h && s < w) plan[i][j].push([r, s, a, b]);
          }
      }
    }
    windows.set(key, plan);
  }

  return x.map(image => windows.get(key).map(line => line.map(taps => {
    const out = [...bias];
    for (const [r, s, a, b] of taps)
      for (let c = 0; c < channels; c++)
        for (let o = 0; o < out.length; o++) out[o] += image[r][s][c] * kernel[a][b][c][o];
    return out;
  })));
}

export function lstmCell(x, { h, c }, weights) {
  const net = ({ w, b }, v) => b.map((bu, u) => bu + v.reduce((s, value, k) => s + value * w[k][u], 0));
  const rows = x.map((features, n) => {
    const v = [...h[n], ...features];
    const f = net(weights.forget, v).map(sigm);
    const i = net(weights.input, v).map(sigm);
    const g = net(weights.candidate, v).map(Math.tanh);
    const o = net(weights.output, v).map(sigm);
    const cell = c[n].map((old, u) => f[u] * old + i[u] * g[u]);
    return { c: cell, h: o.map((gate, u) => gate * Math.tanh(cell[u])) };
  });
  return { h: rows.map(row => row.h), c: rows.map(row => row.c) };
}

export function klStandardNormal(mean, logVariance) {
  return mean
    .map((mu, n) => mu.reduce((s, v, k) => s + 0.5 * (v ** 2 + Math.exp(logVariance[n][k]) - logVariance[n][k] - 1), 0))
    .reduce((a, b) => a + b, 0) / mean.length;
}
