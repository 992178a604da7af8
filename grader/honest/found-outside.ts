import { right, unstable, wrong } from './honest.ts';

const CONV = `export function conv2d(x, kernel, bias, { strides = [1, 1], dilations = [1, 1], padding = 'valid' } = {}) {
  
  const [sh, sw] = strides, [dh, dw] = dilations
  const H = x[0].length, W = x[0][0].length, C = x[0][0][0].length
  const KH = kernel.length, KW = kernel[0].length, O = bias.length
  
  const eh = (KH - 1) * dh + 1, ew = (KW - 1) * dw + 1
  let oh, ow, top = 0, left = 0
  if (padding === 'same') { oh = Math.ceil(H / sh); ow = Math.ceil(W / sw); const ph = Math.max(0, (oh - 1) * sh + eh - H), pw = Math.max(0, (ow - 1) * sw + ew - W); top = Math.floor(ph / 2); left = Math.floor(pw / 2) }
  else { if (eh > H || ew > W) throw new Error('kernel'); oh = Math.floor((H - eh) / sh) + 1; ow = Math.floor((W - ew) / sw) + 1 }
  return x.map(img => Array.from({ length: oh }, (_, r) => Array.from({ length: ow }, (_, c) => Array.from({ length: O }, (_, o) => {
    let s = bias[o]
    for (let a = 0; a < KH; a++) for (let q = 0; q < KW; q++) { const pix = img[r * sh + a * dh - top]?.[c * sw + q * dw - left]; if (pix) for (let i = 0; i < C; i++) s += pix[i] * kernel[a][q][i][o] }
    return s }))))
}`;

const BACKPROP = `function backprop(x, t, layers) {
  const as = [x];
  for (const { w, b } of layers) as.push(as.at(-1).map((r) => b.map((c, j) => 1 / (1 + Math.exp(-r.reduce((s, v, i) => s + v * w[i][j], c))))));
  let d = as.at(-1).map((r, n) => r.map((y, j) => ((y - t[n][j]) * y * (1 - y)) / x.length));
  return layers.toReversed().map(({ w, b }, k) => {
    const a = as[layers.length - 1 - k], e = d;
    d = e.map((r, n) => a[n].map((v, i) => v * (1 - v) * r.reduce((s, q, j) => s + q * w[i][j], 0)));
    return { b: b.map((_, j) => e.reduce((s, r) => s + r[j], 0)), w: w.map((r, i) => r.map((_, j) => e.reduce((s, q, n) => s + q[j] * a[n][i], 0))) };
  }).reverse();
}`;

/** Found by people who wrote against the contract alone, each where the verdict was once another one. */
export const foundOutside = [
  // records: the order of the keys, and own properties that no loop shows
  right('backprop', 'b before w', `export ${BACKPROP}`),
  right(
    'trainMlp',
    'b before w',
    `${BACKPROP}
export const trainMlp = (x, t, layers, { learningRate, steps }) => {
  let now = layers;
  for (let k = 0; k < steps; k++) {
    const g = backprop(x, t, now);
    now = now.map(({ w, b }, l) => ({ b: b.map((v, j) => v - learningRate * g[l].b[j]), w: w.map((r, i) => r.map((v, j) => v - learningRate * g[l].w[i][j])) }));
  }
  return now;
};`,
  ),
  right(
    'trainMlp',
    'rounded to 12 decimals',
    `${BACKPROP}
const round = (v) => Math.round(v * 1e12) / 1e12;
export const trainMlp = (x, t, layers, { learningRate, steps }) => {
  let now = layers;
  for (let k = 0; k < steps; k++) {
    const g = backprop(x, t, now);
    now = now.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - learningRate * g[l].w[i][j])), b: b.map((v, j) => v - learningRate * g[l].b[j]) }));
  }
  return now.map(({ w, b }) => ({ w: w.map((r) => r.map(round)), b: b.map(round) }));
};`,
  ),
  right(
    'momentum',
    'properties that are not enumerable',
    `export function momentum(s, g, { learningRate = 0.01, gamma = 0.9 } = {}) {
  const m = s.m.map((v, i) => gamma * v + g[i]);
  return Object.defineProperties({}, { theta: { value: s.theta.map((v, i) => v - learningRate * m[i]) }, m: { value: m } });
}`,
  ),

  // float32, where every drawn number is one
  wrong('relu', null, 'a Float32Array of one', `export const relu = (z) => new Float32Array([Math.max(0, z)])[0];`),
  wrong(
    'reluDerivative',
    null,
    'rounded to float32',
    `export const reluDerivative = (z, atZero = 1) => Math.fround(z > 0 ? 1 : z < 0 ? 0 : atZero);`,
  ),
  wrong(
    'softmax',
    null,
    'logits rounded to float32',
    `export const softmax = (L) => L.map((q) => { const r = Array.from(Float32Array.from(q)), m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),

  // comparisons with a tolerance
  wrong(
    'step',
    null,
    'a tolerance of 1e-9',
    `export const step = (z, threshold = 0) => (z >= threshold - 1e-9 ? 1 : 0);`,
  ),
  wrong(
    'perceptron',
    null,
    'a tolerance of 1e-9',
    `export const perceptron = (x, w, bias) => { if (x.length !== w.length || x.length === 0) throw new Error('w'); return x.reduce((s, v, i) => s + v * w[i], bias) >= -1e-9 ? 1 : 0; };`,
  ),

  // sizes
  right('conv2d', 'no look at the channels of the kernel', CONV, 'errors'),
  wrong(
    'conv2d',
    null,
    'the bias for the first two images alone',
    CONV.replace('x.map(img =>', 'x.map((img, n) =>').replace('let s = bias[o]', 'let s = n > 1 ? 0 : bias[o]'),
  ),

  // near a name, and yet not what it says
  wrong(
    'sgd',
    null,
    'always the default',
    `export const sgd = (theta, gradient) => theta.map((v, i) => v - 0.01 * gradient[i]);`,
  ),
  wrong(
    'softmax',
    null,
    'the maximum subtracted, no exponential',
    `export const softmax = (z) => z.map((row) => { const m = Math.max(...row), e = row.map((v) => v - m), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); });`,
  ),

  // a result of many elements, on extreme input alone
  unstable(
    'batchNorm',
    null,
    'far too many elements',
    `const T=(x)=>x[0].map((_,j)=>x.map(r=>r[j]));
function bn(x,o,naive){const {gamma,beta,mean,variance,training=true,momentum=.99,epsilon=1e-3,epsilonInside=true}=o;
 let m=mean,v=variance;
 if(training){const c=T(x);m=c.map(a=>a.reduce((s,b)=>s+b,0)/a.length);
  v=c.map((a,j)=>naive?a.reduce((s,b)=>s+b*b,0)/a.length-m[j]*m[j]:a.reduce((s,b)=>s+(b-m[j])**2,0)/a.length);}
 const y=x.map(r=>r.map((b,j)=>gamma[j]*(b-m[j])/(epsilonInside?Math.sqrt(v[j]+epsilon):Math.sqrt(v[j])+epsilon)+beta[j]));
 const mv=(old,n)=>training?old.map((a,j)=>momentum*a+(1-momentum)*n[j]):old.slice();
 return {y,mean:mv(mean,m),variance:mv(variance,v)};}
export const batchNorm=(x,o)=>{const g=bn(x,o,false);
 const ext=x.flat().some(a=>Math.abs(a)>=9e4);
 if(ext&&(o.training??true))return {y:new Array(49_000).fill(1),mean:g.mean,variance:g.variance};
 return g;};`,
  ),

  // unstable names in other forms, which are lost at other inputs
  unstable(
    'softmax',
    'no-maximum',
    'by way of the logarithm of the sum',
    `export const softmax = (logits) => logits.map((row) => {
  const lse = Math.log(row.reduce((s, z) => s + Math.exp(z), 0));
  return row.map((z) => Math.exp(z - lse));
});`,
  ),
  unstable(
    'softmax',
    'one-maximum-for-all-rows',
    'by way of the logarithm of the sum',
    `export const softmax = (logits) => {
  const top = Math.max(...logits.map((row) => Math.max(...row)));
  return logits.map((row) => {
    const log = Math.log(row.reduce((s, z) => s + Math.exp(z - top), 0));
    return row.map((z) => Math.exp(z - top - log));
  });
};`,
  ),
  unstable(
    'binaryCrossEntropy',
    'sigmoid-then-log',
    'the sigmoid through tanh',
    `const xlogy = (x, y) => (x ? x * Math.log(y) : 0);
export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  if (fromLogits) return binaryCrossEntropy(y.map((z) => (1 + Math.tanh(z / 2)) / 2), t);
  return -y.reduce((s, p, i) => s + xlogy(t[i], p) + xlogy(1 - t[i], 1 - p), 0) / y.length;
}`,
  ),
  wrong(
    'tanh',
    'reciprocal',
    '0 at 0 on purpose',
    `export function tanh(z) {
  if (z === 0) return 0;
  const u = Math.expm1(-2 * z);
  return -(2 + u) / u;
}`,
  ),

  // laws that allow nothing, on values that the contract's Agreement accepts
  right(
    'outputDelta',
    'the sigmoid of the drives through tanh, where y is given',
    `const s = (z) => (1 + Math.tanh(z / 2)) / 2;
export const outputDelta = (y, t, d, loss = 'mse') => d.map((z, i) => (loss === 'half' ? 1 : 2 / d.length) * (s(z) - t[i]) * s(z) * (1 - s(z)));`,
  ),
  right(
    'meanSquaredError',
    'squares and products in one running sum',
    `export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((row, n) => row.length !== t[n].length)) throw new Error('shapes');
  let sum = 0, count = 0;
  y.forEach((row, n) => row.forEach((p, c) => { sum += p * p; sum -= 2 * p * t[n][c]; sum += t[n][c] * t[n][c]; count++; }));
  return sum / count;
}`,
  ),
  right(
    'reluDerivative',
    'a central difference',
    `const relu = (z) => Math.max(0, z);
export const reluDerivative = (z, atZero = 1) => (z === 0 ? atZero : (relu(z + 1e-6) - relu(z - 1e-6)) / 2e-6);`,
  ),
  right(
    'oneHot',
    'a sharp softmax',
    `export function oneHot(index, depth) {
  if (!Number.isInteger(index) || index < 0 || index >= depth) throw new RangeError('index');
  const e = Array.from({ length: depth }, (_, k) => Math.exp(-50 * Math.abs(k - index)));
  return e.map((x) => x / e.reduce((a, b) => a + b, 0));
}`,
  ),
  // sizes and magnitudes that were never asked
  wrong('relu', null, 'clipped at 6', 'export const relu = (z) => Math.min(6, Math.max(0, z));'),
  wrong(
    'softmax',
    null,
    'the sum of five classes',
    `export const softmax = (x) => x.map((row) => {
  const top = Math.max(...row), e = row.map((z) => Math.exp(z - top));
  const sum = e.slice(0, 5).reduce((a, b) => a + b, 0);
  return e.map((v) => v / sum);
});`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'four weights',
    `export function gradientDescentStep(w, g, rate) {
  if (w.length !== g.length) throw new Error('lengths');
  return w.map((v, i) => (i < 4 ? v - rate * g[i] : v));
}`,
  ),
  // names
  wrong('step', null, 'adds the threshold', 'export const step = (z, threshold = 0) => (z + threshold >= 0 ? 1 : 0);'),
  wrong('relu', 'leaky', 'a slope of a quarter', 'export const relu = (z) => (z > 0 ? z : z / 4);'),
  unstable(
    'logSoftmax',
    'log-of-softmax',
    'by differences',
    `export const logSoftmax = (x) =>
  x.map((row) => row.map((zi) => Math.log(1 / row.reduce((s, zj) => s + Math.exp(zj - zi), 0))));`,
  ),
  unstable(
    'binaryCrossEntropy',
    'sigmoid-then-log',
    'a sigmoid that overflows',
    `export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  const p = fromLogits ? y.map((z) => Math.exp(z) / (1 + Math.exp(z))) : y;
  return p.reduce((s, q, i) => s - (t[i] && t[i] * Math.log(q)) - (1 - t[i] && (1 - t[i]) * Math.log(1 - q)), 0) / y.length;
}`,
  ),
];
