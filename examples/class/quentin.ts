// Quentin L.

export const exp = Math.exp;

function tanh(x: number) {
  return (exp(x) - exp(-x)) / (exp(x) + exp(-x));
}

function sigm(x: number) {
  return 1 / (1 + exp(-x));
}

export function outputDelta(y: number[], t: number[], d: number[], loss: "mse" | "half" = "mse") {
  let delta = y.map((_, i) => (y[i] - t[i]) * sigm(d[i]) * (1 - sigm(d[i])));
  if (loss === "mse") delta = delta.map((x) => x * 2 / y.length);
  return delta;
}

export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]) {
  return d.map(function (di, i) {
    var s = 0;
    for (var k in deltaNext) s += deltaNext[k] * wNext[i][k];
    return s * sigm(di) * (1 - sigm(di));
  });
}

export function Softmax(logits: number[][]) {
  return logits.map((z) => {
    const zmax = Math.max(...z);
    const e = z.map((zi) => exp(zi - zmax));
    const s = e.reduce((p, q) => p + q);
    return e.map((ei) => ei / s);
  });
}

function logSoftmax(z: number[]) {
  const zmax = Math.max(...z);
  let s = 0;
  for (const zi of z) s += exp(zi - zmax);
  return z.map((zi) => zi - zmax - Math.log(s));
}

export function categoricalCrossEntropy(y: number[][], t: any[], { fromLogits = false } = {}) {
  let elements: number[] = [];
  for (let n = 0; n < y.length; n++) {
    const logy = fromLogits ? logSoftmax(y[n]) : y[n].map(Math.log);
    for (let k = 0; k < y[n].length; k++) {
      const tk = Array.isArray(t[n]) ? t[n][k] : t[n] === k ? 1 : 0;
      elements.push(tk === 0 ? 0 : -tk * logy[k]);
    }
    if (!Array.isArray(t[n]) && !(t[n] in y[n])) throw new Error("wrong class");
  }
  return elements.reduce((p, q) => p + q) / elements.length;
}

export function adam(s: { theta: number[]; m: number[]; v: number[]; t: number }, g: number[], o: { learningRate?: number; beta1?: number; beta2?: number; epsilon?: number } = {}) {
  const lr = o.learningRate ?? 1e-3, b1 = o.beta1 ?? 0.9, b2 = o.beta2 ?? 0.999, eps = o.epsilon ?? 1e-7;
  const t = s.t + 1;
  const m = s.m.map((x, i) => b1 * x + (1 - b1) * g[i]);
  const v = s.v.map((x, i) => b2 * x + (1 - b2) * g[i] * g[i]);
  const mh = m.map((x) => x / (1 - b1 ** t));
  const vh = v.map((x) => x / (1 - b2 ** t));
  return { theta: s.theta.map((x, i) => x - lr * mh[i] / (vh[i] + eps)), m, v, t };
}

export function conv2d(x: number[][][][], kernel: number[][][][], bias: number[], o: { strides?: number[]; dilations?: number[]; padding?: string } = {}) {
  const [s0, s1] = o.strides ?? [1, 1];
  const [d0, d1] = o.dilations ?? [1, 1];
  const same = o.padding === "same";
  const N = x.length, H = x[0].length, W = x[0][0].length, C = x[0][0][0].length;
  const KH = kernel.length, KW = kernel[0].length, O = bias.length;
  if (kernel[0][0].length !== C) throw new Error("C");
  const EH = KH * d0 - d0 + 1, EW = KW * d1 - d1 + 1;
  if (!same && (EH > H || EW > W)) throw new Error("K");
  const OH = same ? Math.ceil(H / s0) : Math.ceil((H - EH + 1) / s0);
  const OW = same ? Math.ceil(W / s1) : Math.ceil((W - EW + 1) / s1);
  const P = same ? Math.max(0, (OH - 1) * s0 + EH - H) : 0;
  const Q = same ? Math.max(0, (OW - 1) * s1 + EW - W) : 0;
  const p = (P - (P % 2)) / 2, q = (Q - (Q % 2)) / 2;

  // one flat array, index arithmetic as in C
  const flat = x.flat(3), k = kernel.flat(3);
  const out = new Float64Array(N * OH * OW * O);
  for (let n = 0; n < N; n++) for (let i = 0; i < OH; i++) for (let j = 0; j < OW; j++) for (let f = 0; f < O; f++) {
    let acc = bias[f];
    for (let a = 0; a < KH; a++) {
      const r = i * s0 + a * d0 - p;
      if (r < 0 || r >= H) continue;
      for (let b = 0; b < KW; b++) {
        const c = j * s1 + b * d1 - q;
        if (c < 0 || c >= W) continue;
        for (let ch = 0; ch < C; ch++) acc += flat[((n * H + r) * W + c) * C + ch] * k[((a * KW + b) * C + ch) * O + f];
      }
    }
    out[((n * OH + i) * OW + j) * O + f] = acc;
  }
  const cut = (from: number, n: number, size: number) => Array.from({ length: n }, (_, i) => from + i * size);
  return cut(0, N, OH * OW * O).map((a) => cut(a, OH, OW * O).map((b) => cut(b, OW, O).map((c) => out.slice(c, c + O))));
}

export function lstmCell(x: number[][], { h, c }: { h: number[][]; c: number[][] }, W: any) {
  const hx = x.map((r, n) => h[n].concat(r));
  const net = (g: { w: number[][]; b: number[] }) => hx.map((v) => g.b.map((b, u) => v.reduce((z, vi, i) => z + vi * g.w[i][u], b)));
  const F = net(W.forget), I = net(W.input), G = net(W.candidate), O = net(W.output);
  const c2 = c.map((r, n) => r.map((old, u) => sigm(F[n][u]) * old + sigm(I[n][u]) * tanh(G[n][u])));
  const h2 = c2.map((r, n) => r.map((cu, u) => sigm(O[n][u]) * tanh(cu)));
  return { h: h2, c: c2 };
}

export function klStandardNormal(mean: number[][], logVariance: number[][]) {
  let kl = 0;
  for (const n in mean) for (const k in mean[n]) kl += (mean[n][k] * mean[n][k] + exp(logVariance[n][k]) - 1 - logVariance[n][k]) / 2;
  return kl / mean.length;
}
