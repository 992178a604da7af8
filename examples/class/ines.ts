/* Inês Carvalho, exercícios 1-8 */

export namespace activations {
  export const logistic = (z: number) => 1 / (1 + Math.exp(-z));
  // derivative of the logistic function
  export const logisticDerivative = (z: number) => logistic(z) * (1 - logistic(z));
}

const { logistic, logisticDerivative } = activations;

export function outputDelta(y: number[], t: number[], d: number[], loss: 'mse' | 'half' = 'mse') {
  const delta = new Array<number>(y.length);
  for (const i of y.keys()) {
    const dLoss = loss === 'mse' ? (2 * (y[i] - t[i])) / y.length : y[i] - t[i];
    delta[i] = dLoss * logisticDerivative(y[i]);
  }
  return delta;
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]) {
  const a = d.map(logistic);
  return a.map((activation, i) => {
    let sum = 0;
    wNext[i].forEach((w, k) => { sum += w * deltaNext[k]; });
    return sum * logisticDerivative(activation);
  });
}

export function softmax(logits: number[][]) {
  const result = structuredClone(logits);
  for (const row of result) {
    const max = Math.max(...row);
    let sum = 0;
    row.forEach((z, k) => {
      row[k] = Math.exp(z - max);
      sum += row[k];
    });
    row.forEach((e, k) => { row[k] = e / sum; });
  }
  return result;
}

export function categoricalCrossEntropy(y: number[][], t: number[][] | number[], options: { fromLogits?: boolean } = {}) {
  const oneHot = (k: number, classes: number) => {
    if (k < 0 || k >= classes) throw new Error(`Class ${k} does not exist, there are ${classes} classes`);
    const row = new Array<number>(classes).fill(0);
    row[k] = 1;
    return row;
  };
  const targets = t.map((target, n) => (typeof target === 'number' ? oneHot(target, y[n].length) : target));

  let loss = 0;
  for (let n = 0; n < y.length; n++) {
    let log: (k: number) => number = (k) => Math.log(y[n][k]);
    if (options.fromLogits) {
      const max = Math.max(...y[n]);
      const logSumExp = Math.log(y[n].map((z) => Math.exp(z - max)).reduce((a, b) => a + b));
      log = (k) => y[n][k] - max - logSumExp;
    }
    for (let k = 0; k < y[n].length; k++) {
      if (targets[n][k] === 0) continue;
      loss -= targets[n][k] * log(k);
    }
  }
  return loss / y.length;
}

export function adam(
  { theta, m, v, t }: { theta: number[]; m: number[]; v: number[]; t: number },
  gradient: number[],
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {},
) {
  t++;
  m = m.map((mk, k) => beta1 * mk + (1 - beta1) * gradient[k]);
  v = v.map((vk, k) => beta2 * vk + (1 - beta2) * gradient[k] ** 2);
  theta = theta.map((thetaK, k) => {
    const mHat = m[k] / (1 - beta1 ** t);
    const vHat = v[k] / (1 - beta2 ** t);
    return thetaK - (learningRate * mHat) / Math.sqrt(vHat + epsilon);
  });
  return { theta, m, v, t };
}

type Options = { strides?: [number, number]; dilations?: [number, number]; padding?: string };

export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options: Options = {}) {
  const { strides: [sy, sx] = [1, 1], dilations: [dy, dx] = [1, 1], padding = 'valid' } = options;
  const [inH, inW, inC] = [x[0].length, x[0][0].length, x[0][0][0].length];
  const [kH, kW, kC, kO] = [kernel.length, kernel[0].length, kernel[0][0].length, kernel[0][0][0].length];
  if (inC !== kC) throw new Error('wrong number of channels');
  const effH = (kH - 1) * dy + 1;
  const effW = (kW - 1) * dx + 1;
  if (padding === 'valid' && (effH > inH || effW > inW)) throw new Error('kernel does not fit');

  const outH = padding === 'same' ? Math.ceil(inH / sy) : Math.ceil((inH - effH + 1) / sy);
  const outW = padding === 'same' ? Math.ceil(inW / sx) : Math.ceil((inW - effW + 1) / sx);
  const padY = padding === 'same' ? Math.max((outH - 1) * sy + effH - inH, 0) : 0;
  const padX = padding === 'same' ? Math.max((outW - 1) * sx + effW - inW, 0) : 0;
  const top = Math.floor(padY / 2);
  const left = Math.floor(padX / 2);

  const read = (n: number, i: number, j: number, c: number) => (i < 0 || j < 0 || i >= inH || j >= inW ? 0 : x[n][i][j][c]);

  const out: number[][][][] = [];
  for (let n = 0; n < x.length; n++) {
    out[n] = [];
    for (let i = 0; i < outH; i++) {
      out[n][i] = [];
      for (let j = 0; j < outW; j++) {
        out[n][i][j] = [];
        for (let o = 0; o < kO; o++) {
          let sum = 0;
          for (let p = 0; p < kH; p++)
            for (let q = 0; q < kW; q++)
              for (let c = 0; c < kC; c++) sum += read(n, i * sy + p * dy - top, j * sx + q * dx - left, c) * kernel[p][q][c][o];
          out[n][i][j][o] = sum;
        }
      }
    }
  }
  return out;
}

type Weights = { w: number[][]; b: number[] };

export function lstmCell(
  x: number[][],
  state: { h: number[][]; c: number[][] },
  weights: { forget: Weights; input: Weights; candidate: Weights; output: Weights },
) {
  const batch = x.length;
  const next = { h: [] as number[][], c: [] as number[][] };
  for (let n = 0; n < batch; n++) {
    const v = [...state.h[n], ...x[n]];
    const z = ({ w, b }: Weights) => b.map((bias, u) => v.reduce((acc, vk, k) => acc + vk * w[k][u], bias));
    const forget = z(weights.forget).map(logistic);
    const input = z(weights.input).map(logistic);
    const output = z(weights.output).map(logistic);
    const candidate = z(weights.candidate).map(Math.tanh);
    next.c.push(state.c[n].map((old, u) => forget[u] * old + input[u] * candidate[u]));
    next.h.push(next.c[n].map((cell, u) => output[u] * Math.tanh(cell)));
  }
  return next;
}

export function klStandardNormal(mean: number[][], logVariance: number[][]) {
  let sum = 0;
  for (const [n, row] of mean.entries()) {
    for (const [k, mu] of row.entries()) {
      const lv = logVariance[n][k];
      sum += mu ** 2 + Math.exp(lv) - lv - 1;
    }
  }
  return sum / (2 * mean.length);
}
