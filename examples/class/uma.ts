// Uma R. — the GPU uses 32 bits, so I do too where it matters (saves half of the memory)

const f32 = Math.fround;

export function outputDelta(y: number[], t: number[], d: number[], loss: "mse" | "half" = "mse"): number[] {
  const n = y.length;
  const w = loss == "half" ? 1 : 2 / n;
  return y.map((a, i) => w * (a - t[i]) * a * (1 - a));
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  const out = new Float32Array(d.length);
  for (let i = 0; i < d.length; i++) {
    let acc = 0;
    for (let k = 0; k < deltaNext.length; k++) acc += deltaNext[k] * wNext[i][k];
    const a = 1 / (1 + Math.exp(-d[i]));
    out[i] = acc * a * (1 - a);
  }
  return [...out];
}

export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => {
    const max = Math.max(...row);
    const e = row.map((z) => f32(Math.exp(z - max)));
    const s = e.reduce((a, b) => f32(a + b), 0);
    return e.map((v) => f32(v / s));
  });
}

// keeps the logarithm finite, as in Keras (they take 1e-7)
const TINY = 1e-15;

export function categoricalCrossEntropy(y: number[][], t: number[][] | number[], opts?: { fromLogits?: boolean }): number {
  let loss = 0;
  for (let i = 0; i < y.length; i++) {
    const row = y[i];
    let ll: number[];
    if (opts && opts.fromLogits) {
      const max = Math.max(...row);
      let s = 0;
      for (const z of row) s += Math.exp(z - max);
      ll = row.map((z) => z - max - Math.log(s));
    } else {
      ll = row.map((p) => Math.log(Math.min(Math.max(p, TINY), 1 - TINY)));
    }
    const ti = t[i];
    if (typeof ti === "number") {
      if (ti < 0 || ti >= row.length) throw new Error("target");
      loss -= ll[ti];
    } else {
      for (let k = 0; k < row.length; k++) loss -= ti[k] * ll[k];
    }
  }
  return loss / y.length;
}

export function adam(
  state: { theta: number[]; m: number[]; v: number[]; t: number },
  gradient: number[],
  options = { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
) {
  const { learningRate, beta1, beta2, epsilon } = options;
  const t = state.t + 1;
  const m = state.m.map((a, i) => beta1 * a + (1 - beta1) * gradient[i]);
  const v = state.v.map((a, i) => beta2 * a + (1 - beta2) * gradient[i] * gradient[i]);
  const theta = state.theta.map((p, i) => {
    const a = m[i] / (1 - Math.pow(beta1, t));
    const b = v[i] / (1 - Math.pow(beta2, t));
    return p - (learningRate * a) / (Math.sqrt(b) + epsilon);
  });
  return { theta, m, v, t };
}

export function conv2d(
  x: number[][][][],
  kernel: number[][][][],
  bias: number[],
  options: any = { strides: [1, 1], dilations: [1, 1], padding: "valid" },
): number[][][][] {
  const [sh, sw] = options.strides;
  const [dh, dw] = options.dilations;
  const H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  const h = dh * (kernel.length - 1) + 1;
  const w = dw * (kernel[0].length - 1) + 1;
  if (C !== kernel[0][0].length) throw new Error("channels");
  let oh, ow, ph = 0, pw = 0;
  if (options.padding === "same") {
    oh = Math.ceil(H / sh);
    ow = Math.ceil(W / sw);
    ph = Math.max(0, (oh - 1) * sh + h - H) >> 1;
    pw = Math.max(0, (ow - 1) * sw + w - W) >> 1;
  } else {
    if (h > H || w > W) throw new Error("kernel");
    oh = ((H - h) / sh | 0) + 1;
    ow = ((W - w) / sw | 0) + 1;
  }
  const out: number[][][][] = [];
  for (let n = 0; n < x.length; n++) {
    out[n] = [];
    for (let i = 0; i < oh; i++) {
      out[n][i] = [];
      for (let j = 0; j < ow; j++) {
        const acc = (out[n][i][j] = bias.slice());
        for (let a = 0; a < kernel.length; a++) {
          for (let b = 0; b < kernel[0].length; b++) {
            const pixel = x[n][i * sh + a * dh - ph]?.[j * sw + b * dw - pw];
            if (!pixel) continue;
            for (let c = 0; c < C; c++) for (let o = 0; o < acc.length; o++) acc[o] += pixel[c] * kernel[a][b][c][o];
          }
        }
      }
    }
  }
  return out;
}

export function lstmCell(x: number[][], state: any, weights: any) {
  const sig = (z: number) => 1 / (1 + Math.exp(-z));
  const h: Float32Array[] = [], c: Float32Array[] = [];
  for (let n = 0; n < x.length; n++) {
    const v = new Float32Array([...state.h[n], ...x[n]]);
    const z = (g: any, u: number) => v.reduce((s, a, k) => s + a * g.w[k][u], g.b[u]);
    c[n] = Float32Array.from(state.c[n], (old: number, u: number) => sig(z(weights.forget, u)) * old + sig(z(weights.input, u)) * Math.tanh(z(weights.candidate, u)));
    h[n] = c[n].map((cell, u) => sig(z(weights.output, u)) * Math.tanh(cell));
  }
  return { h, c };
}

export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  const kl = mean.map((row, n) => row.map((mu, k) => mu * mu + Math.exp(logVariance[n][k]) - 1 - logVariance[n][k]));
  return kl.flat().reduce((a, b) => a + b, 0) / 2 / mean.length;
}
