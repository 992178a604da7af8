/**
 * Wanda Nowak
 * Checked by hand against the examples of the lecture, all agree!
 */

type Vec = number[];
type Mat = number[][];

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function argmax(v: Vec): number {
  let best = 0;
  for (let i = 1; i < v.length; i++) if (v[i] > v[best]) best = i;
  return best;
}

export function outputDelta(y: Vec, t: Vec, d: Vec, loss: 'mse' | 'half' = 'mse'): Vec {
  // mean squared error = 1/m * ...
  const factor = loss === 'mse' ? 1 / y.length : 1;
  return d.map((drive, i) => factor * (y[i] - t[i]) * logistic(drive) * (1 - logistic(drive)));
}

export function hiddenDelta(deltaNext: Vec, wNext: Mat, d: Vec): Vec {
  const result: Vec = [];
  for (const [i, drive] of d.entries()) {
    let error = 0;
    for (const [k, delta] of deltaNext.entries()) {
      error += delta * wNext[i][k];
    }
    result.push(error * logistic(drive) * (1 - logistic(drive)));
  }
  return result;
}

export function softmax(logits: Mat): Mat {
  const result: Mat = [];
  for (const row of logits) {
    const shift = row[argmax(row)];
    let denominator = 0;
    for (const z of row) denominator += Math.exp(z - shift);
    result.push(row.map((z) => Math.exp(z - shift) / denominator));
  }
  return result;
}

export function categoricalCrossEntropy(y: Mat, t: Mat | Vec, options: { fromLogits?: boolean } = {}): number {
  let loss = 0;
  for (let n = 0; n < y.length; n++) {
    const target = t[n];
    // one-hot rows are only indices in disguise
    const label = typeof target === 'number' ? target : argmax(target);
    if (label < 0 || label >= y[n].length) throw new RangeError('label ' + label);
    if (options.fromLogits) {
      const shift = y[n][argmax(y[n])];
      let denominator = 0;
      for (const z of y[n]) denominator += Math.exp(z - shift);
      loss += Math.log(denominator) + shift - y[n][label];
    } else {
      loss -= Math.log(y[n][label]);
    }
  }
  return loss / y.length;
}

export function adam(
  state: { theta: Vec; m: Vec; v: Vec; t: number },
  gradient: Vec,
  options: Partial<Record<'learningRate' | 'beta1' | 'beta2' | 'epsilon', number>> = {},
): { theta: Vec; m: Vec; v: Vec; t: number } {
  const { learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const theta = state.theta.slice();
  const m = state.m.slice();
  const v = state.v.slice();
  const t = state.t + 1;
  for (let i = 0; i < theta.length; i++) {
    m[i] = m[i] * beta1 + gradient[i] * (1 - beta1);
    v[i] = v[i] * beta2 + gradient[i] * gradient[i] * (1 - beta2);
    const mCorrected = m[i] / (1 - Math.pow(beta1, t));
    const vCorrected = v[i] / (1 - Math.pow(beta2, t));
    theta[i] -= learningRate * (mCorrected / (Math.sqrt(vCorrected) + epsilon));
  }
  return { theta, m, v, t };
}

interface ConvOptions {
  strides?: [number, number];
  dilations?: [number, number];
  padding?: 'valid' | 'same';
}

export function conv2d(x: number[][][][], kernel: number[][][][], bias: Vec, options: ConvOptions = {}): number[][][][] {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  const h = x[0].length;
  const w = x[0][0].length;
  const channels = x[0][0][0].length;
  const k = kernel.length; // kernel is k x k
  if (kernel[0][0].length !== channels) throw new Error('channels');

  const kh = (k - 1) * dilations[0] + 1;
  const kw = (k - 1) * dilations[1] + 1;
  if (padding === 'valid' && (kh > h || kw > w)) throw new Error('kernel too large');
  const outH = padding === 'same' ? Math.ceil(h / strides[0]) : Math.floor((h - kh) / strides[0]) + 1;
  const outW = padding === 'same' ? Math.ceil(w / strides[1]) : Math.floor((w - kw) / strides[1]) + 1;
  const top = padding === 'same' ? Math.floor(Math.max((outH - 1) * strides[0] + kh - h, 0) / 2) : 0;
  const left = padding === 'same' ? Math.floor(Math.max((outW - 1) * strides[1] + kw - w, 0) / 2) : 0;

  const result: number[][][][] = [];
  for (const image of x) {
    const plane: number[][][] = [];
    for (let i = 0; i < outH; i++) {
      const line: number[][] = [];
      for (let j = 0; j < outW; j++) {
        const pixel = bias.slice();
        for (let a = 0; a < k; a++) {
          for (let b = 0; b < k; b++) {
            const row = i * strides[0] - top + a * dilations[0];
            const column = j * strides[1] - left + b * dilations[1];
            if (row < 0 || row >= h || column < 0 || column >= w) continue;
            for (let o = 0; o < pixel.length; o++) {
              for (let c = 0; c < channels; c++) pixel[o] += image[row][column][c] * kernel[a][b][c][o];
            }
          }
        }
        line.push(pixel);
      }
      plane.push(line);
    }
    result.push(plane);
  }
  return result;
}

type Gate = { w: Mat; b: Vec };

export function lstmCell(
  x: Mat,
  state: { h: Mat; c: Mat },
  weights: { forget: Gate; input: Gate; candidate: Gate; output: Gate },
): { h: Mat; c: Mat } {
  const hPrev = state.h[0];
  const cPrev = state.c[0];
  const h: Mat = [];
  const c: Mat = [];
  for (const features of x) {
    const input = hPrev.concat(features);
    const net = (gate: Gate, unit: number): number =>
      input.reduce((sum, value, k) => sum + value * gate.w[k][unit], gate.b[unit]);
    const cRow = cPrev.map(
      (old, unit) =>
        logistic(net(weights.forget, unit)) * old +
        logistic(net(weights.input, unit)) * Math.tanh(net(weights.candidate, unit)),
    );
    c.push(cRow);
    h.push(cRow.map((cell, unit) => logistic(net(weights.output, unit)) * Math.tanh(cell)));
  }
  return { h, c };
}

export function klStandardNormal(mean: Mat, logVariance: Mat): number {
  let sum = 0;
  for (let n = 0; n < mean.length; n++) {
    let divergence = 0;
    for (let k = 0; k < mean[n].length; k++) {
      divergence += Math.exp(logVariance[n][k]) + mean[n][k] * mean[n][k] - 1 - logVariance[n][k];
    }
    sum += divergence / 2;
  }
  return sum / mean.length;
}
