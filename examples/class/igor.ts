// @author Igor
// I validate everything, a wrong call must never go unnoticed.

function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

const isVector = (v: unknown): v is number[] => Array.isArray(v) && v.length > 0 && v.every((x) => typeof x === 'number');
const isMatrix = (m: unknown): m is number[][] => Array.isArray(m) && m.length > 0 && m.every((row) => isVector(row) && row.length === m[0].length);

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const sigmoidDerivative = (z: number) => sigmoid(z) * (1 - sigmoid(z));

export function outputDelta(y: number[], t: number[], d: number[], loss: 'mse' | 'half'): number[] {
  check(isVector(y) && isVector(t) && isVector(d), 'y, t and d must be vectors');
  check(y.length === t.length && t.length === d.length, 'y, t and d must have the same length');
  check(loss === 'mse' || loss === 'half', `unknown loss ${loss}`);
  const factor = loss === 'mse' ? 2 / y.length : 1;
  return y.map((yi, i) => factor * (yi - t[i]) * sigmoidDerivative(d[i]));
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  check(isVector(deltaNext) && isVector(d), 'deltaNext and d must be vectors');
  check(isMatrix(wNext), 'wNext must be a matrix');
  check(wNext.length === d.length + 1, 'wNext must have one row more than there are units');
  check(wNext[0].length === deltaNext.length, 'wNext must have a column for each next unit');
  return d.map((z, i) => {
    const signal = wNext[i].reduce((sum, w, k) => sum + w * deltaNext[k], 0);
    return signal * sigmoidDerivative(z);
  });
}

export function softmax(logits: number[][]): number[][] {
  check(isMatrix(logits), 'logits must be a matrix');
  return logits.map((row) => {
    const max = Math.max(...row);
    check(Number.isFinite(max), 'logits must be finite');
    const exponentials = row.map((z) => Math.exp(z - max));
    const sum = exponentials.reduce((a, b) => a + b, 0);
    return exponentials.map((e) => e / sum);
  });
}

export function categoricalCrossEntropy(
  y: number[][],
  t: number[][] | number[],
  options: { fromLogits: boolean },
): number {
  check(isMatrix(y), 'y must be a matrix');
  check(isMatrix(t) || isVector(t), 't must be rows or indices');
  check(y.length === t.length, 'y and t must have the same batch');
  const rows = t.map((target, n) => {
    if (typeof target !== 'number') return target;
    check(Number.isInteger(target) && target >= 0 && target < y[n].length, `class ${target} is out of range`);
    return y[n].map((_, k) => Number(k === target));
  });
  const losses = y.map((row, n) => {
    const max = Math.max(...row);
    const logSum = Math.log(row.reduce((sum, z) => sum + Math.exp(z - max), 0));
    const logs = row.map((p) => (options.fromLogits ? p - max - logSum : Math.log(p)));
    return -rows[n].reduce((sum, p, k) => (p === 0 ? sum : sum + p * logs[k]), 0);
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

interface State {
  theta: number[];
  m: number[];
  v: number[];
  t: number;
}

interface Hyperparameters {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
}

export function adam(state: State, gradient: number[], options: Partial<Hyperparameters> = {}): State {
  const { learningRate, beta1, beta2, epsilon }: Hyperparameters = {
    learningRate: 0.001,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-7,
    ...options,
  };
  check(isVector(state.theta) && isVector(state.m) && isVector(state.v) && isVector(gradient), 'expected vectors');
  check(state.t > 0, 'the step count must be positive');
  const t = state.t + 1;
  const m = state.m.map((x, i) => beta1 * x + (1 - beta1) * gradient[i]);
  const v = state.v.map((x, i) => beta2 * x + (1 - beta2) * gradient[i] ** 2);
  const theta = state.theta.map(
    (x, i) => x - (learningRate * (m[i] / (1 - beta1 ** t))) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon),
  );
  return { theta, m, v, t };
}

interface ConvOptions {
  strides?: [number, number];
  dilations?: [number, number];
  padding?: 'valid' | 'same';
}

export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], options: ConvOptions = {}): number[][][][] {
  const { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = options;
  check(padding === 'valid' || padding === 'same', `unknown padding ${padding}`);
  const input = [x[0].length, x[0][0].length];
  const extent = [0, 1].map((a) => ((a === 0 ? kernel.length : kernel[0].length) - 1) * dilations[a] + 1);
  check(x[0][0][0].length === kernel[0][0].length, 'the channels of x and of the kernel differ');
  check(kernel[0][0][0].length === bias.length, 'the filters and the biases differ in number');
  check(extent[0] <= input[0] && extent[1] <= input[1], 'the kernel must not be larger than the image');

  const output = input.map((n, a) => (padding === 'same' ? Math.ceil(n / strides[a]) : Math.floor((n - extent[a]) / strides[a]) + 1));
  const before = input.map((n, a) => (padding === 'same' ? Math.floor(Math.max((output[a] - 1) * strides[a] + extent[a] - n, 0) / 2) : 0));

  const value = (image: number[][][], i: number, j: number, o: number): number => {
    let sum = bias[o];
    kernel.forEach((kernelRow, u) => {
      kernelRow.forEach((weights, v) => {
        const pixel = image[i * strides[0] + u * dilations[0] - before[0]]?.[j * strides[1] + v * dilations[1] - before[1]];
        if (pixel !== undefined) sum += weights.reduce((dot, w, c) => dot + w[o] * pixel[c], 0);
      });
    });
    return sum;
  };

  return x.map((image) =>
    Array.from(Array(output[0]), (_r, i) => Array.from(Array(output[1]), (_c, j) => bias.map((_b, o) => value(image, i, j, o)))),
  );
}

interface Gate {
  w: number[][];
  b: number[];
}

export function lstmCell(
  x: number[][],
  state: { h: number[][]; c: number[][] },
  weights: { forget: Gate; input: Gate; candidate: Gate; output: Gate },
): { h: number[][]; c: number[][] } {
  check(isMatrix(x) && isMatrix(state.h) && isMatrix(state.c), 'x, h and c must be matrices');
  check(x.length === state.h.length && x.length === state.c.length, 'x, h and c must have the same batch');
  check(x[0].length === state.h[0].length, 'x and h must have the same size');
  const h: number[][] = [];
  const c: number[][] = [];
  x.forEach((features, n) => {
    const joined = [...state.h[n], ...features];
    const drive = ({ w, b }: Gate) => b.map((bias, u) => joined.reduce((sum, value, k) => sum + value * w[k][u], bias));
    const forget = drive(weights.forget).map(sigmoid);
    const input = drive(weights.input).map(sigmoid);
    const candidate = drive(weights.candidate).map((z) => Math.tanh(z));
    const output = drive(weights.output).map(sigmoid);
    c.push(state.c[n].map((old, u) => forget[u] * old + input[u] * candidate[u]));
    h.push(c[n].map((cell, u) => output[u] * Math.tanh(cell)));
  });
  return { h, c };
}

export async function klStandardNormal(mean: number[][], logVariance: number[][]): Promise<number> {
  check(isMatrix(mean) && isMatrix(logVariance), 'expected matrices');
  const perSample = await Promise.all(
    mean.map(async (row, n) => row.reduce((sum, mu, k) => sum + mu ** 2 + Math.exp(logVariance[n][k]) - 1 - logVariance[n][k], 0)),
  );
  return perSample.reduce((a, b) => a + b, 0) / 2 / mean.length;
}
