enum Loss {
  Mean = 'mse',
  Half = 'half',
}

enum Padding {
  Valid = 'valid',
  Same = 'same',
}

namespace LinearAlgebra {
  export type Vec = readonly number[];
  export type Mat = readonly Vec[];

  export const inner = (a: Vec, b: Vec): number => a.reduce((acc, ai, i) => acc + ai * b[i], 0);
  export const col = (m: Mat, j: number): number[] => m.map((r) => r[j]);
  export const vecMat = (v: Vec, m: Mat): number[] => m[0].map((_, j) => inner(v, col(m, j)));
}

type Vec = LinearAlgebra.Vec;
type Mat = LinearAlgebra.Mat;

abstract class Activation {
  abstract value(z: number): number;
  abstract slope(z: number): number;
  on(zs: Vec): number[] {
    return zs.map((z) => this.value(z));
  }
}

class Logistic extends Activation {
  override value(z: number): number {
    return 1 / (1 + Math.exp(-z));
  }
  override slope(z: number): number {
    const a = this.value(z);
    return a * (1 - a);
  }
}

class Tanh extends Activation {
  override value(z: number): number {
    return Math.tanh(z);
  }
  override slope(z: number): number {
    return 1 - this.value(z) ** 2;
  }
}

const logistic = new Logistic();
const tanh = new Tanh();

export function outputDelta(y: Vec, t: Vec, d: Vec, loss: `${Loss}` = Loss.Mean): number[] {
  const m = y.length;
  return y.map((yi, i) => (2 / m) * (yi - t[i]) * logistic.slope(d[i]));
}

export function hiddenDelta(deltaNext: Vec, wNext: Mat, d: Vec): number[] {
  return d.map((z, i) => LinearAlgebra.inner(wNext[i], deltaNext) * logistic.slope(z));
}

class Distribution {
  private constructor(private readonly logits: Vec, private readonly top: number) {}

  static fromLogits(logits: Vec): Distribution {
    return new Distribution(logits, Math.max(...logits));
  }

  private get total(): number {
    return this.logits.reduce((acc, z) => acc + Math.exp(z - this.top), 0);
  }

  probabilities(): number[] {
    const total = this.total;
    return this.logits.map((z) => Math.exp(z - this.top) / total);
  }

  logProbabilities(): number[] {
    const logTotal = Math.log(this.total);
    return this.logits.map((z) => z - this.top - logTotal);
  }
}

export function softmax(logits: Mat): number[][] {
  return logits.map((row) => Distribution.fromLogits(row).probabilities());
}

export function categoricalCrossEntropy(y: Mat, t: Mat | Vec, options?: { fromLogits?: boolean }): number {
  const costs = y.map((row, n) => {
    const logP = options?.fromLogits ? Distribution.fromLogits(row).logProbabilities() : row.map((p) => Math.log(p));
    const target = t[n];
    if (typeof target === 'number') {
      const cost = logP.at(target);
      if (cost === undefined || target < 0) throw new RangeError(`class ${target} of ${row.length}`);
      return -cost;
    }
    return -target.reduce((acc, p, k) => (p === 0 ? acc : acc + p * logP[k]), 0);
  });
  return costs.reduce((a, b) => a + b, 0) / costs.length;
}

interface AdamState {
  theta: number[];
  m: number[];
  v: number[];
  t: number;
}

class AdamOptimizer {
  constructor(
    private readonly eta: number,
    private readonly beta1: number,
    private readonly beta2: number,
    private readonly eps: number,
  ) {}

  next(state: AdamState, g: Vec): AdamState {
    const t = state.t + 1;
    const m = state.m.map((mi, i) => this.beta1 * mi + (1 - this.beta1) * g[i]);
    const v = state.v.map((vi, i) => this.beta2 * vi + (1 - this.beta2) * g[i] ** 2);
    const theta = state.theta.map((p, i) => p - this.eta * this.direction(m[i], v[i], t));
    return { theta, m, v, t };
  }

  private direction(m: number, v: number, t: number): number {
    return m / (1 - this.beta1 ** t) / (Math.sqrt(v / (1 - this.beta2 ** t)) + this.eps);
  }
}

export function adam(
  state: AdamState,
  gradient: Vec,
  options: { learningRate?: number; beta1?: number; beta2?: number; epsilon?: number } = {},
): AdamState {
  const { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  return new AdamOptimizer(learningRate, beta1, beta2, epsilon).next(state, gradient);
}

type Images = number[][][][];

class Axis {
  readonly outputs: number;
  readonly padBefore: number;

  constructor(readonly size: number, taps: number, readonly stride: number, readonly dilation: number, padding: Padding) {
    const extent = (taps - 1) * dilation + 1;
    if (padding === Padding.Same) {
      this.outputs = Math.ceil(size / stride);
      const pad = Math.max((this.outputs - 1) * stride + extent - size, 0);
      const padAfter = Math.floor(pad / 2);
      this.padBefore = pad - padAfter;
    } else {
      if (extent > size) throw new RangeError(`extent ${extent} exceeds ${size}`);
      this.outputs = Math.floor((size - extent) / stride) + 1;
      this.padBefore = 0;
    }
  }

  /** where a tap of a window falls, or -1 outside of the image */
  position(window: number, tap: number): number {
    const p = window * this.stride + tap * this.dilation - this.padBefore;
    return p < this.size ? p : -1;
  }
}

export function conv2d(
  x: Images,
  kernel: number[][][][],
  bias: Vec,
  options: { strides?: [number, number]; dilations?: [number, number]; padding?: `${Padding}` } = {},
): Images {
  const { strides = [1, 1], dilations = [1, 1], padding = Padding.Valid } = options;
  const channels = x[0][0][0].length;
  if (channels !== kernel[0][0].length) throw new RangeError('channels of image and kernel differ');
  const down = new Axis(x[0].length, kernel.length, strides[0], dilations[0], padding as Padding);
  const across = new Axis(x[0][0].length, kernel[0].length, strides[1], dilations[1], padding as Padding);

  return x.map((image) => {
    const out: number[][][] = [];
    for (let i = 0; i < down.outputs; i++) {
      const line: number[][] = [];
      for (let j = 0; j < across.outputs; j++) {
        let acc = [...bias];
        kernel.forEach((plane, a) => {
          const r = down.position(i, a);
          if (r < 0) return;
          plane.forEach((weights, b) => {
            const s = across.position(j, b);
            if (s < 0) return;
            const part = LinearAlgebra.vecMat(image[r][s], weights);
            acc = acc.map((value, o) => value + part[o]);
          });
        });
        line.push(acc);
      }
      out.push(line);
    }
    return out;
  });
}

type Gate = { w: Mat; b: Vec };
type Weights = Record<'forget' | 'input' | 'candidate' | 'output', Gate>;

export function lstmCell(x: Mat, state: { h: Mat; c: Mat }, weights: Weights): { h: number[][]; c: number[][] } {
  const inputs = x.map((row, n) => [...state.h[n], ...row]);
  const through = (gate: Gate, activation: Activation): number[][] =>
    inputs.map((v) => activation.on(LinearAlgebra.vecMat(v, gate.w).map((z, u) => z + gate.b[u])));

  const f = through(weights.forget, logistic);
  const i = through(weights.input, logistic);
  const candidate = through(weights.candidate, tanh);
  const o = through(weights.output, logistic);

  const c = f.map((row, n) => row.map((gate, u) => i[n][u] * state.c[n][u] + gate * candidate[n][u]));
  const h = o.map((row, n) => row.map((gate, u) => gate * tanh.value(c[n][u])));
  return { h, c };
}

export function klStandardNormal(mean: Mat, logVariance: Mat): number {
  const divergences = mean.map((mu, n) => {
    const lv = logVariance[n];
    const variance = lv.map(Math.exp);
    return 0.5 * mu.reduce((acc, m, k) => acc + m ** 2 + variance[k] - 1 - lv[k], 0);
  });
  return divergences.reduce((a, b) => a + b, 0) / divergences.length;
}
