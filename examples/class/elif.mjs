/**
 * @typedef {number[]} Vector
 * @typedef {number[][]} Matrix
 */

/**
 * Logistic function that never overflows.
 * @param {number} z
 * @returns {number}
 */
function logistic(z) {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/**
 * @param {Vector} y activations
 * @param {Vector} t targets
 * @param {Vector} d drives
 * @param {'mse'|'half'} [loss]
 * @returns {Float64Array}
 */
export function outputDelta(y, t, d, loss = 'mse') {
  const delta = new Float64Array(y.length);
  const scale = { mse: 2 / y.length, half: 1 }[loss];
  for (let i = 0; i < delta.length; i++) delta[i] = scale * (y[i] - t[i]) * logistic(d[i]) * logistic(-d[i]);
  return delta;
}

/**
 * @param {Vector} deltaNext
 * @param {Matrix} wNext last row: biases
 * @param {Vector} d
 * @returns {Float64Array}
 */
export function hiddenDelta(deltaNext, wNext, d) {
  return Float64Array.from(d, (z, i) => {
    let back = 0;
    for (let k = 0; k < deltaNext.length; k++) back += wNext[i][k] * deltaNext[k];
    return back * logistic(z) * logistic(-z);
  });
}

/**
 * @param {Matrix} logits
 * @returns {Float64Array[]}
 */
export function softmax(logits) {
  return logits.map((row) => {
    const p = Float64Array.from(row);
    const top = p.reduce((a, b) => (a > b ? a : b));
    let total = 0;
    for (let i = 0; i < p.length; i++) total += p[i] = Math.exp(p[i] - top);
    return p.map((e) => e / total);
  });
}

/**
 * @param {Matrix} y probabilities, or logits
 * @param {Matrix|Vector} t rows of probabilities, or class indices
 * @param {{fromLogits?: boolean}} [options]
 * @returns {number}
 */
export function categoricalCrossEntropy(y, t, options) {
  const fromLogits = options?.fromLogits ?? false;
  let loss = 0;
  for (const [n, row] of y.entries()) {
    const top = Math.max(...row);
    const logTotal = Math.log(row.reduce((sum, z) => sum + Math.exp(z - top), 0));
    const cost = (k) => (fromLogits ? logTotal - (row[k] - top) : -Math.log(row[k]));
    const target = t[n];
    if (Array.isArray(target)) {
      for (let k = 0; k < row.length; k++) if (target[k] > 0) loss += target[k] * cost(k);
    } else {
      if (row[target] === undefined) throw new RangeError(`class ${target}: there are ${row.length}`);
      loss += cost(target);
    }
  }
  return loss / y.length;
}

/**
 * @param {{theta: Vector, m: Vector, v: Vector, t: number}} state
 * @param {Vector} gradient
 * @param {{learningRate?: number, beta1?: number, beta2?: number, epsilon?: number}} [options]
 */
export function adam(state, gradient, options) {
  const settings = Object.assign({ learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, options);
  const t = state.t + 1;
  const m = Float64Array.from(state.m);
  const v = Float64Array.from(state.v);
  const theta = Float64Array.from(state.theta);
  // 1 - beta^t, without the cancellation
  const c1 = -Math.expm1(t * Math.log(settings.beta1));
  const c2 = -Math.expm1(t * Math.log(settings.beta2));
  for (let i = 0; i < theta.length; i++) {
    m[i] += (1 - settings.beta1) * (gradient[i] - m[i]);
    v[i] += (1 - settings.beta2) * (gradient[i] * gradient[i] - v[i]);
    theta[i] -= (settings.learningRate * m[i]) / c1 / (Math.sqrt(v[i] / c2) + settings.epsilon);
  }
  return { theta, m, v, t };
}

/**
 * @param {number[][][][]} x
 * @param {number[][][][]} kernel
 * @param {Vector} bias
 * @param {{strides?: number[], dilations?: number[], padding?: 'valid'|'same'}} [options]
 * @returns {Float64Array[][][]}
 */
export function conv2d(x, kernel, bias, options) {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options ?? {};
  const size = [x[0].length, x[0][0].length];
  const k = [kernel.length, kernel[0].length];
  const channels = kernel[0][0].length;
  if (channels !== x[0][0][0].length) throw new TypeError(`expected ${channels} channels`);

  const out = [0, 0];
  const pad = [0, 0];
  for (const axis of [0, 1]) {
    const extent = (k[axis] - 1) * dilations[axis] + 1;
    if (padding === 'same') {
      out[axis] = Math.ceil(size[axis] / strides[axis]);
      const missing = (out[axis] - 1) * strides[axis] + extent - size[axis];
      pad[axis] = missing > 0 ? Math.floor(missing / 2) : 0;
    } else {
      if (extent > size[axis]) throw new RangeError(`kernel ${extent} > image ${size[axis]}`);
      out[axis] = 1 + Math.floor((size[axis] - extent) / strides[axis]);
    }
  }

  return x.map((image) => {
    const result = [];
    for (let i = 0; i < out[0]; i++) {
      result.push([]);
      for (let j = 0; j < out[1]; j++) {
        const pixel = new Float64Array(bias);
        for (let a = 0; a < k[0]; a++) {
          const row = image[i * strides[0] - pad[0] + a * dilations[0]];
          if (!row) continue;
          for (let b = 0; b < k[1]; b++) {
            const from = row[j * strides[1] - pad[1] + b * dilations[1]];
            if (!from) continue;
            for (let c = 0; c < channels; c++) {
              for (let o = 0; o < pixel.length; o++) pixel[o] += from[c] * kernel[a][b][c][o];
            }
          }
        }
        result[i].push(pixel);
      }
    }
    return result;
  });
}

/**
 * @param {Matrix} x
 * @param {{h: Matrix, c: Matrix}} state
 * @param {{forget, input, candidate, output}} weights
 */
export function lstmCell(x, state, weights) {
  const units = state.h[0].length;
  const drive = (n, { w, b }, u) => {
    let z = b[u];
    for (let i = 0; i < units; i++) z += state.h[n][i] * w[i][u];
    for (let i = 0; i < x[n].length; i++) z += x[n][i] * w[units + i][u];
    return z;
  };
  const h = x.map(() => new Float64Array(units));
  const c = x.map(() => new Float64Array(units));
  for (let n = 0; n < x.length; n++) {
    for (let u = 0; u < units; u++) {
      const kept = logistic(drive(n, weights.forget, u)) * state.c[n][u];
      const written = logistic(drive(n, weights.input, u)) * Math.tanh(drive(n, weights.candidate, u));
      c[n][u] = kept + written;
      h[n][u] = logistic(drive(n, weights.output, u)) * Math.tanh(c[n][u]);
    }
  }
  return { h, c };
}

/**
 * @param {Matrix} mean
 * @param {Matrix} logVariance
 * @returns {number}
 */
export function klStandardNormal(mean, logVariance) {
  let total = 0;
  for (let n = 0; n < mean.length; n++)
    for (let k = 0; k < mean[n].length; k++) {
      const lv = logVariance[n][k];
      total += (mean[n][k] ** 2 + (Math.expm1(lv) - lv)) / 2;
    }
  return total / mean.length;
}
