// Kofi A. -- assignment "neural networks from scratch"

class Sigmoid {
  static at(z: number) { return 1 / (1 + Math.exp(-z)); }
  static derivativeAt(z: number) {
    const s = Sigmoid.at(z);
    return s - s * s;
  }
}

export function outputDelta(y: number[], t: number[], d: number[], loss?: 'mse' | 'half'): number[] {
  const m = y.length;
  const gradient = y.map((value, unit) => value - t[unit]);
  switch (loss ?? 'mse') {
    case 'mse':
      return gradient.map((g, unit) => 2 * g * Sigmoid.derivativeAt(d[unit]) / m);
    case 'half':
      return gradient.map((g, unit) => g * Sigmoid.derivativeAt(d[unit]));
  }
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  const units = wNext.length - 1; // without the bias
  const delta: number[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    let backward = 0;
    deltaNext.forEach((next, k) => (backward += next * wNext[unit][k]));
    delta.push(backward * Sigmoid.derivativeAt(d[unit]));
  }
  return delta;
}

export function softmax(logits: number[][]): number[][] {
  const out: number[][] = [];
  for (const row of logits) {
    let max = -Infinity;
    let i = 0;
    while (i < row.length) {
      if (row[i] > max) max = row[i];
      i += 1;
    }
    let sum = 0;
    i = 0;
    while (i < row.length) {
      sum += Math.exp(row[i] - max);
    }
    out.push(row.map((z) => Math.exp(z - max) / sum));
  }
  return out;
}

export function categoricalCrossEntropy(
  y: number[][],
  t: number[][] | number[],
  options: { fromLogits?: boolean } = {},
): number {
  let sum = 0;
  y.forEach((row, n) => {
    let logs = row.map((p) => Math.log(p));
    if (options.fromLogits) {
      const max = Math.max(...row);
      const log = Math.log(row.reduce((s, z) => s + Math.exp(z - max), 0));
      logs = row.map((z) => z - max - log);
    }
    const target = t[n];
    if (typeof target === 'number') {
      if (target >= row.length || target < 0) throw new Error('no such class: ' + target);
      sum += logs[target];
    } else {
      logs.forEach((log, k) => (sum += target[k] * log));
    }
  });
  return -sum / y.length;
}

type AdamState = { theta: number[]; m: number[]; v: number[]; t: number };

export class Adam {
  constructor(
    public learningRate = 0.001,
    public beta1 = 0.9,
    public beta2 = 0.999,
    public epsilon = 1e-7,
  ) {}

  step(state: AdamState, gradient: number[]): AdamState {
    const t = state.t + 1;
    const m = state.m.map((m, i) => this.beta1 * m + (1 - this.beta1) * gradient[i]);
    const v = state.v.map((v, i) => this.beta2 * v + (1 - this.beta2) * gradient[i] * gradient[i]);
    // both corrections in the step size and epsilon scaled along
    const c2 = Math.sqrt(1 - this.beta2 ** t);
    const rate = (this.learningRate * c2) / (1 - this.beta1 ** t);
    const theta = state.theta.map((p, i) => p - (rate * m[i]) / (Math.sqrt(v[i]) + this.epsilon * c2));
    return { theta, m, v, t };
  }
}

export function adam(
  state: AdamState,
  gradient: number[],
  options: { learningRate?: number; beta1?: number; beta2?: number; epsilon?: number } = {},
): AdamState {
  return new Adam(options.learningRate, options.beta1, options.beta2, options.epsilon).step(state, gradient);
}

export function conv2d(
  x: number[][][][],
  kernel: number[][][][],
  bias: number[],
  options: { strides?: [number, number]; dilations?: [number, number]; padding?: 'valid' | 'same' } = {},
): number[][][][] {
  const strides = options.strides ?? [1, 1];
  const dilations = options.dilations ?? [1, 1];
  const [H, W, C] = [x[0].length, x[0][0].length, x[0][0][0].length];
  const [KH, KW, KC, O] = [kernel.length, kernel[0].length, kernel[0][0].length, bias.length];
  if (C !== KC) throw new Error(`image has ${C} channels, kernel ${KC}`);
  const fullH = (KH - 1) * dilations[0] + 1;
  const fullW = (KW - 1) * dilations[1] + 1;

  let top = 0;
  let left = 0;
  let height = Math.floor((H - fullH) / strides[0]) + 1;
  let width = Math.floor((W - fullW) / strides[1]) + 1;
  if (options.padding === 'same') {
    height = Math.ceil(H / strides[0]);
    width = Math.ceil(W / strides[1]);
    top = Math.floor(Math.max(0, (height - 1) * strides[0] + fullH - H) / 2);
    left = Math.floor(Math.max(0, (width - 1) * strides[1] + fullW - W) / 2);
  }
  if (height <= 0 || width <= 0) throw new Error('The kernel does not fit into the image');

  // scatter: every pixel is sent to all windows that see it
  return x.map((image) => {
    const out = Array.from({ length: height }, () => Array.from({ length: width }, () => bias.slice()));
    for (let r = 0; r < H; r++)
      for (let s = 0; s < W; s++)
        for (let a = 0; a < KH; a++)
          for (let b = 0; b < KW; b++) {
            const i = (r + top - a * dilations[0]) / strides[0];
            const j = (s + left - b * dilations[1]) / strides[1];
            if (!Number.isInteger(i) || !Number.isInteger(j)) continue;
            if (i < 0 || j < 0 || i >= height || j >= width) continue;
            for (let c = 0; c < C; c++) for (let o = 0; o < O; o++) out[i][j][o] += image[r][s][c] * kernel[a][b][c][o];
          }
    return out;
  });
}

type Gate = { w: number[][]; b: number[] };
type LstmState = { h: number[][]; c: number[][] };

export function lstmCell(x: number[][], state: LstmState, weights: { forget: Gate; input: Gate; candidate: Gate; output: Gate }): LstmState {
  const result: LstmState = { h: [], c: [] };
  x.forEach((features, n) => {
    const units = state.h[n].length;
    const at = (gate: Gate, u: number) => {
      let z = gate.b[u];
      for (let k = 0; k < units; k++) z += gate.w[k][u] * state.h[n][k];
      for (let k = 0; k < features.length; k++) z += gate.w[units + k][u] * features[k];
      return z;
    };
    const h: number[] = [];
    const c: number[] = [];
    for (let u = 0; u < units; u++) {
      c.push(
        Sigmoid.at(at(weights.forget, u)) * state.c[n][u] +
          Sigmoid.at(at(weights.input, u)) * Math.tanh(at(weights.candidate, u)),
      );
      h.push(Sigmoid.at(at(weights.output, u)) * Math.tanh(c[u]));
    }
    result.h.push(h);
    result.c.push(c);
  });
  return result;
}

export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  const kl = (mu: number, sigma: number) => -Math.log(sigma) + (sigma * sigma + mu * mu) / 2 - 0.5;
  let sum = 0;
  mean.forEach((row, n) => row.forEach((mu, k) => (sum += kl(mu, Math.exp(logVariance[n][k] / 2)))));
  return sum / mean.length;
}
