// Ada — implementing neural networks, all eight exercises

type Vector = number[];
type Matrix = number[][];
type Images = number[][][][];
type Kernel = number[][][][];

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const sigmoidPrime = (z: number): number => sigmoid(z) * (1 - sigmoid(z));

export function outputDelta(y: Vector, t: Vector, d: Vector, loss: 'mse' | 'half' = 'mse'): Vector {
  const factor = loss === 'mse' ? 2 / y.length : 1;
  return y.map((yi, i) => factor * (yi - t[i]) * sigmoidPrime(d[i]));
}

export function hiddenDelta(deltaNext: Vector, wNext: Matrix, d: Vector): Vector {
  const withoutBias = wNext.slice(0, -1);
  return withoutBias.map((row, i) => {
    const error = row.reduce((sum, w, k) => sum + w * deltaNext[k], 0);
    return error * sigmoidPrime(d[i]);
  });
}

export function softmax(logits: Matrix): Matrix {
  return logits.map((row) => {
    const max = Math.max(...row);
    const exps = row.map((z) => Math.exp(z - max));
    const sum = exps.reduce((a, b) => a + b, 0);
    return exps.map((e) => e / sum);
  });
}

function logSoftmax(row: Vector): Vector {
  const max = Math.max(...row);
  const logSum = Math.log(row.reduce((sum, z) => sum + Math.exp(z - max), 0));
  return row.map((z) => z - max - logSum);
}

export function categoricalCrossEntropy(
  y: Matrix,
  t: Matrix | Vector,
  { fromLogits = false }: { fromLogits?: boolean } = {},
): number {
  let total = 0;
  y.forEach((row, n) => {
    const logP = fromLogits ? logSoftmax(row) : row.map(Math.log);
    const target = t[n];
    if (typeof target === 'number') {
      if (!Number.isInteger(target) || target < 0 || target >= row.length) {
        throw new RangeError(`class ${target} of sample ${n} is not one of 0..${row.length - 1}`);
      }
      total -= logP[target];
    } else {
      target.forEach((p, c) => {
        if (p !== 0) total -= p * logP[c]; // 0 log 0 = 0
      });
    }
  });
  return total / y.length;
}

interface AdamState {
  theta: Vector;
  m: Vector;
  v: Vector;
  t: number;
}

interface AdamOptions {
  learningRate?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
}

export function adam(
  state: AdamState,
  gradient: Vector,
  { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions = {},
): AdamState {
  const t = state.t + 1;
  const m = state.m.map((mi, i) => beta1 * mi + (1 - beta1) * gradient[i]);
  const v = state.v.map((vi, i) => beta2 * vi + (1 - beta2) * gradient[i] ** 2);
  const theta = state.theta.map((p, i) => {
    const mHat = m[i] / (1 - beta1 ** t);
    const vHat = v[i] / (1 - beta2 ** t);
    return p - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
  });
  return { theta, m, v, t };
}

interface ConvOptions {
  strides?: [number, number];
  dilations?: [number, number];
  padding?: 'valid' | 'same';
}

/** Number of outputs and padding in front along one axis. */
function geometry(size: number, kernel: number, stride: number, padding: string): { out: number; before: number } {
  if (padding === 'same') {
    const out = Math.ceil(size / stride);
    const total = Math.max((out - 1) * stride + kernel - size, 0);
    return { out, before: Math.floor(total / 2) };
  }
  if (kernel > size) throw new RangeError(`a kernel of ${kernel} does not fit into ${size}`);
  return { out: Math.floor((size - kernel) / stride) + 1, before: 0 };
}

export function conv2d(
  x: Images,
  kernel: Kernel,
  bias: Vector,
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: ConvOptions = {},
): Images {
  const height = x[0].length;
  const width = x[0][0].length;
  const channels = x[0][0][0].length;
  if (channels !== kernel[0][0].length) {
    throw new RangeError(`x has ${channels} channels, the kernel wants ${kernel[0][0].length}`);
  }
  const rows = geometry(height, (kernel.length - 1) * dilations[0] + 1, strides[0], padding);
  const cols = geometry(width, (kernel[0].length - 1) * dilations[1] + 1, strides[1], padding);

  return x.map((image) =>
    Array.from({ length: rows.out }, (_, i) =>
      Array.from({ length: cols.out }, (_, j) => {
        const pixel = [...bias];
        for (let a = 0; a < kernel.length; a++) {
          const r = i * strides[0] + a * dilations[0] - rows.before;
          if (r < 0 || r >= height) continue;
          for (let b = 0; b < kernel[0].length; b++) {
            const s = j * strides[1] + b * dilations[1] - cols.before;
            if (s < 0 || s >= width) continue;
            for (let c = 0; c < channels; c++) {
              for (let o = 0; o < pixel.length; o++) pixel[o] += image[r][s][c] * kernel[a][b][c][o];
            }
          }
        }
        return pixel;
      }),
    ),
  );
}

interface Gate {
  w: Matrix;
  b: Vector;
}

const affine = (x: Matrix, { w, b }: Gate): Matrix =>
  x.map((row) => b.map((bj, j) => row.reduce((sum, xi, i) => sum + xi * w[i][j], bj)));

export function lstmCell(
  x: Matrix,
  state: { h: Matrix; c: Matrix },
  weights: { forget: Gate; input: Gate; candidate: Gate; output: Gate },
): { h: Matrix; c: Matrix } {
  const hx = state.h.map((row, n) => [...row, ...x[n]]);
  const f = affine(hx, weights.forget).map((row) => row.map(sigmoid));
  const i = affine(hx, weights.input).map((row) => row.map(sigmoid));
  const g = affine(hx, weights.candidate).map((row) => row.map(Math.tanh));
  const o = affine(hx, weights.output).map((row) => row.map(sigmoid));
  const c = state.c.map((row, n) => row.map((cell, k) => f[n][k] * cell + i[n][k] * g[n][k]));
  const h = c.map((row, n) => row.map((cell, k) => o[n][k] * Math.tanh(cell)));
  return { h, c };
}

export function klStandardNormal(mean: Matrix, logVariance: Matrix): number {
  const perSample = mean.map((row, n) =>
    row.reduce((sum, mu, k) => {
      const lv = logVariance[n][k];
      return sum - 0.5 * (1 + lv - mu * mu - Math.exp(lv));
    }, 0),
  );
  return perSample.reduce((a, b) => a + b, 0) / mean.length;
}
