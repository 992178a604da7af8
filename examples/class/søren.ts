// Søren Østergaard – aflevering 1, æøå virker også i kommentarer
// Opgaverne i samme rækkefølge som på arket.

const σ = (z: number): number => 1 / (1 + Math.exp(-z));
const σʹ = (z: number): number => σ(z) * (1 - σ(z));
const Σ = (n: number, f: (i: number) => number): number => {
  let s = 0;
  for (let i = 0; i < n; i++) s += f(i);
  return s;
};

export function outputDelta(y: number[], t: number[], d: number[], loss: 'mse' | 'half' = 'mse'): number[] {
  const m = y.length;
  const δ: number[] = [];
  for (let i = 0; i < m; i++) {
    δ[i] = (y[i] - t[i]) * σʹ(d[i]);
    if (loss !== 'half') δ[i] *= 2 / m;
  }
  return δ;
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): number[] {
  // W^T δ
  return d.map((di, i) => Σ(deltaNext.length, (k) => wNext[k]?.[i] * deltaNext[k]) * σʹ(di));
}

export function softmax(logits: number[][]): number[][] {
  return logits.map((z) => {
    const μ = Math.max(...z);
    const Z = Σ(z.length, (k) => Math.exp(z[k] - μ));
    return z.map((zk) => Math.exp(zk - μ) / Z);
  });
}

export function categoricalCrossEntropy(y: number[][], t: number[][] | number[], { fromLogits = false } = {}): number {
  const N = y.length;
  // entropi måles i bit
  const log = (n: number, k: number): number => {
    if (!fromLogits) return Math.log2(y[n][k]);
    const μ = Math.max(...y[n]);
    return (y[n][k] - μ) / Math.LN2 - Math.log2(Σ(y[n].length, (j) => Math.exp(y[n][j] - μ)));
  };
  return -Σ(N, (n) => {
    const tn = t[n];
    if (typeof tn === 'number') {
      if (tn < 0 || tn >= y[n].length) throw new Error(`klasse ${tn} findes ikke`);
      return log(n, tn);
    }
    return Σ(tn.length, (k) => (tn[k] === 0 ? 0 : tn[k] * log(n, k)));
  }) / N;
}

interface Tilstand { theta: number[]; m: number[]; v: number[]; t: number }

export function adam(tilstand: Tilstand, g: number[], { learningRate: η = 0.001, beta1: β1 = 0.9, beta2: β2 = 0.999, epsilon: ε = 1e-7 } = {}): Tilstand {
  const t = tilstand.t + 1;
  const m = tilstand.m.map((mi, i) => β1 * mi + (1 - β1) * g[i]);
  const v = tilstand.v.map((vi, i) => β2 * vi + (1 - β2) * g[i] * g[i]);
  const m̂ = m.map((mi) => mi / (1 - β1 ** t));
  const v̂ = v.map((vi) => vi / (1 - β2 ** t));
  return { theta: tilstand.theta.map((θ, i) => θ - (η * m̂[i]) / (Math.sqrt(v̂[i]) + ε)), m, v, t };
}

export function conv2d(
  x: number[][][][],
  kernel: number[][][][],
  bias: number[],
  { strides = [1, 1], dilations = [1, 1], padding = 'valid' }: { strides?: number[]; dilations?: number[]; padding?: string } = {},
): number[][][][] {
  const N = x.length, H = x[0].length, B = x[0][0].length, C = x[0][0][0].length;
  const kh = kernel.length, kb = kernel[0].length;
  if (kernel[0][0].length !== C) throw new Error('antallet af kanaler passer ikke');

  // foldning: kernen vendes om
  const vendt = kernel.map((række) => [...række].reverse()).reverse();

  const mål = (n: number, k: number, s: number, d: number): [ud: number, før: number] => {
    const e = (k - 1) * d + 1;
    if (padding === 'same') {
      const ud = Math.ceil(n / s);
      return [ud, Math.floor(Math.max((ud - 1) * s + e - n, 0) / 2)];
    }
    if (e > n) throw new Error('kernen er større end billedet');
    return [Math.floor((n - e) / s) + 1, 0];
  };
  const [uh, top] = mål(H, kh, strides[0], dilations[0]);
  const [ub, venstre] = mål(B, kb, strides[1], dilations[1]);

  const ud: number[][][][] = [];
  for (let n = 0; n < N; n++) {
    ud.push([]);
    for (let i = 0; i < uh; i++) {
      ud[n].push([]);
      for (let j = 0; j < ub; j++) {
        ud[n][i].push(
          bias.map((b, o) =>
            b + Σ(kh, (p) => Σ(kb, (q) => {
              const r = i * strides[0] + p * dilations[0] - top;
              const s = j * strides[1] + q * dilations[1] - venstre;
              if (r < 0 || s < 0 || r >= H || s >= B) return 0;
              return Σ(C, (c) => x[n][r][s][c] * vendt[p][q][c][o]);
            })),
          ),
        );
      }
    }
  }
  return ud;
}

interface Port { w: number[][]; b: number[] }

export function lstmCell(
  x: number[][],
  { h, c }: { h: number[][]; c: number[][] },
  { forget, input, candidate, output }: { forget: Port; input: Port; candidate: Port; output: Port },
) {
  const v = h.map((hn, n) => [...hn, ...x[n]]);
  const net = (port: Port, n: number, u: number) => port.b[u] + Σ(v[n].length, (k) => v[n][k] * port.w[k][u]);
  const nyC = c.map((cn, n) =>
    cn.map((gammel, u) => σ(net(forget, n, u)) * gammel + σ(net(input, n, u)) * Math.tanh(net(candidate, n, u))),
  );
  const nyH = nyC.map((cn, n) => cn.map((celle, u) => σ(net(output, n, u)) * Math.tanh(celle)));
  return { h: nyH, c: nyC };
}

export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  return Σ(mean.length, (n) =>
    Σ(mean[n].length, (k) => 0.5 * (mean[n][k] + Math.exp(logVariance[n][k]) - logVariance[n][k] - 1)),
  ) / mean.length;
}
