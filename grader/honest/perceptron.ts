import { right, throws, wrong } from './honest.ts';

export const perceptron = [
  wrong(
    'denseLayer',
    'weights-transposed',
    'throws unless square',
    `const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) }; export const denseLayer = (x, w, b, a = 'identity') => { if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes'); if (w.length !== w[0].length) throw new Error('square please'); return x.map((r) => b.map((c, j) => f[a](w[j].reduce((s, v, i) => s + v * r[i], c)))); };`,
  ),
  wrong(
    'denseLayer',
    'weights-transposed',
    'NaN where not square',
    `const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) }; export const denseLayer = (x, w, b, a = 'identity') => { if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes'); return x.map((r) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[j]?.[i], c)))); };`,
  ),
  wrong(
    'denseLayer',
    null,
    'right where square',
    `const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) }; export const denseLayer = (x, w, b, a = 'identity') => { if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes'); const sq = w.length === b.length; return x.map((r) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][sq ? j : 0], c)))); };`,
  ),
  wrong(
    'mlpForward',
    null,
    'right where square',
    `const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) }; export const mlpForward = (x, layers) => { let a = x; const ds = [], as = []; for (const l of layers) { const d = a.map((r) => l.b.map((c, j) => r.reduce((q, v, i) => q + v * l.w[i][j], r.length === l.b.length ? c : 0))); a = d.map((r) => r.map(g[l.activation])); ds.push(d); as.push(a); } return { drives: ds, activations: as }; };`,
  ),
  wrong(
    'mlpForward',
    'input-to-every-layer',
    'throws unless square',
    `const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) }; export const mlpForward = (x, layers) => { const ds = layers.map((l) => { if (l.w.length !== x[0].length) throw new Error('shape'); return x.map((r) => l.b.map((c, j) => r.reduce((q, v, i) => q + v * l.w[i][j], c))); }); return { drives: ds, activations: ds.map((d, k) => d.map((r) => r.map(g[layers[k].activation]))) }; };`,
  ),
  wrong(
    'oneHot',
    'one-based',
    'writes at index - 1',
    `export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); const v = Array(depth).fill(0); if (index > 0) v[index - 1] = 1; return v; };`,
  ),
  wrong(
    'oneHot',
    'one-based',
    'refuses 0, takes depth',
    `export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 1 || index > depth) throw new Error(); const v = Array(depth).fill(0); v[index - 1] = 1; return v; };`,
  ),

  right('step', 'unary plus', `export const step = (z, threshold = 0) => +(z >= threshold);`),
  right(
    'step',
    'sign of the distance',
    `
function heaviside(x: number): 0 | 1 { return Math.sign(x) === -1 ? 0 : 1; }
export { heaviside as unused };
export function step(z: number, threshold?: number) { return heaviside(z - (threshold ?? 0)); }`,
  ),
  right(
    'step',
    'class with a static method',
    `
class Neuron { static #fires(z, t) { return !(z < t); } static step(z, ...rest) { const [t = 0] = rest; return Neuron.#fires(z, t) ? 1 : 0; } }
export const step = Neuron.step;`,
  ),
  right(
    'step',
    'boolean is no number but Number is',
    `export const step = (z, threshold = 0) => Number(Boolean(z > threshold || z === threshold));`,
  ),
  wrong(
    'step',
    'strict',
    'ceil trick',
    `export const step = (z, threshold = 0) => Math.max(0, Math.sign(z - threshold));`,
  ),
  wrong(
    'step',
    'sign-output',
    'minus one below',
    `export function step(z, threshold = 0) { return 2 * Number(z >= threshold) - 1; }`,
  ),
  wrong('step', 'sign-output', 'Math.sign', `export const step = (z, threshold = 0) => Math.sign(z - threshold);`),
  wrong('step', 'threshold-ignored', 'never looked at', `export const step = (z) => (z >= 0 ? 1 : 0);`),
  wrong('step', null, 'threshold added', `export const step = (z, threshold = 0) => (z + threshold >= 0 ? 1 : 0);`),
  wrong(
    'step',
    null,
    'falsy threshold becomes one',
    `export const step = (z, threshold) => (z >= (threshold || 1) ? 1 : 0);`,
  ),
  wrong(
    'step',
    null,
    'half at the threshold',
    `export const step = (z, threshold = 0) => (z === threshold ? 0.5 : z > threshold ? 1 : 0);`,
  ),
  wrong('step', null, 'booleans', `export const step = (z, threshold = 0) => z >= threshold;`),
  wrong('step', null, 'with a tolerance', `export const step = (z, threshold = 0) => (z >= threshold - 1e-3 ? 1 : 0);`),
  wrong('step', null, 'the other way round', `export const step = (z, threshold = 0) => (z >= threshold ? 0 : 1);`),
  wrong(
    'step',
    null,
    'negative thresholds cut at 0',
    `export const step = (z, threshold = 0) => (z >= Math.max(threshold, 0) ? 1 : 0);`,
  ),

  right(
    'perceptron',
    'recursion',
    `
export function perceptron(x, w, bias) {
  if (x.length !== w.length) throw new Error('lengths differ');
  const dot = ([a, ...as], [b, ...bs]) => (a === undefined ? 0 : a * b + dot(as, bs));
  return dot(x, w) + bias < 0 ? 0 : 1;
}`,
  ),
  right(
    'perceptron',
    'from the end, typed array',
    `
export default null;
export const perceptron = function (x: number[], w: number[], bias: number): 0 | 1 {
  if (x.length != w.length) throw RangeError();
  const products = Float64Array.from(x, (v, i) => v * w[i]);
  let k = products.length, drive = bias;
  while (k--) drive += products[k];
  return drive >= 0 ? 1 : 0;
};`,
  ),
  right(
    'perceptron',
    'augmented vectors',
    `
const assert = (ok: boolean, message: string) => { if (!ok) throw message; };
export function perceptron(x: number[], w: number[], bias: number) {
  assert(x.length === w.length, 'lengths');
  const xs = x.concat(1), ws = [...w, bias];
  return Number(xs.map((v, i) => v * ws[i]).reduce((a, b) => a + b) >= 0);
}`,
  ),
  right(
    'perceptron',
    'compares instead of adding, no check',
    `export const perceptron = (x, w, bias) => { let s = 0; for (const i in x) s += x[i] * w[i]; return s >= -bias ? 1 : 0; };`,
    'errors',
  ),
  wrong(
    'perceptron',
    'strict',
    'greater than',
    `
export function perceptron(x, w, bias) {
  if (x.length !== w.length) throw new Error();
  let z = bias; x.forEach((v, i) => { z += v * w[i]; });
  return z > 0 ? 1 : 0;
}`,
  ),
  wrong(
    'perceptron',
    'bias-ignored',
    'a zero in its place',
    `
export const perceptron = (x, w, _bias) => { if (x.length !== w.length) throw new Error(); return x.map((v, i) => v * w[i]).reduceRight((a, b) => a + b, 0) < 0 ? 0 : 1; };`,
  ),
  wrong(
    'perceptron',
    'bias-subtracted',
    'as a threshold',
    `
export const perceptron = (x, w, threshold) => { if (x.length !== w.length) throw new Error(); return x.reduce((s, v, i) => s + v * w[i], 0) >= threshold ? 1 : 0; };`,
  ),
  wrong(
    'perceptron',
    'no-activation',
    'the drive itself',
    `
export function perceptron(x, w, bias) { if (x.length !== w.length) throw new Error(); let s = bias; for (let i = x.length - 1; i >= 0; --i) s += w[i] * x[i]; return s; }`,
  ),
  wrong(
    'perceptron',
    null,
    'last weight forgotten',
    `
export function perceptron(x, w, bias) { if (x.length !== w.length) throw new Error(); let s = bias; for (let i = 0; i < Math.max(1, x.length - 1); i++) s += w[i] * x[i]; return s >= 0 ? 1 : 0; }`,
  ),
  wrong(
    'perceptron',
    null,
    'sign output',
    `
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return x.reduce((s, v, i) => s + v * w[i], b) >= 0 ? 1 : -1; };`,
  ),
  wrong(
    'perceptron',
    null,
    'sigmoid output',
    `
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return 1 / (1 + Math.exp(-x.reduce((s, v, i) => s + v * w[i], b))); };`,
  ),
  wrong(
    'perceptron',
    null,
    'skips weights below zero',
    `
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return x.reduce((s, v, i) => s + v * Math.abs(w[i]), b) >= 0 ? 1 : 0; };`,
  ),
  wrong(
    'perceptron',
    null,
    'rounds the drive',
    `
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); return Math.round(x.reduce((s, v, i) => s + v * w[i], b)) >= 0 ? 1 : 0; };`,
  ),
  wrong(
    'perceptron',
    null,
    'every call adds to the bias',
    `
let extra = 0;
export const perceptron = (x, w, b) => { if (x.length !== w.length) throw new Error(); extra += 0.5; return x.reduce((s, v, i) => s + v * w[i], b + extra) >= 0 ? 1 : 0; };`,
  ),

  right(
    'oneHot',
    'fill and with',
    `
export const oneHot = (index, depth) => {
  if (!(Number.isInteger(index) && 0 <= index && index < depth)) throw new RangeError(\`bad class \${index}\`);
  return new Array(depth).fill(0).with(index, 1);
};`,
  ),
  right(
    'oneHot',
    'Uint8Array',
    `
export function oneHot(index: number, depth: number): Uint8Array {
  const row = new Uint8Array(depth);
  if (!(index in row) || index % 1 !== 0) throw new TypeError('index');
  row[index]++;
  return row;
}`,
  ),
  right(
    'oneHot',
    'generator',
    `
function* bits(i, k) { for (let j = 0; j < k; j++) yield Number(i === j); }
export const oneHot = (index, depth) => { const v = [...bits(index, depth)]; if (!v.includes(1)) throw new Error('index'); return v; };`,
  ),
  right(
    'oneHot',
    'row of an identity matrix',
    `
const eye = (n) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i == j)));
export const oneHot = (index, depth) => { const row = eye(depth)[index]; if (!row) throw new Error('no such class'); return row; };`,
  ),
  wrong(
    'oneHot',
    'one-based',
    'shifted',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => (k + 1 === index ? 1 : 0)); };`,
  ),
  wrong(
    'oneHot',
    null,
    'from the other end',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => (depth - 1 - k === index ? 1 : 0)); };`,
  ),
  wrong(
    'oneHot',
    null,
    'one entry too many',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); const v = Array(depth + 1).fill(0); v[index] = 1; return v; };`,
  ),
  wrong(
    'oneHot',
    null,
    'booleans',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => k === index); };`,
  ),
  wrong(
    'oneHot',
    null,
    'the same array each time',
    `
const cache = {};
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); const v = (cache[depth] ??= Array(depth).fill(0)); v[index] = 1; return v; };`,
  ),
  wrong(
    'oneHot',
    null,
    'thermometer',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); return Array.from({ length: depth }, (_, k) => (k <= index ? 1 : 0)); };`,
  ),
  wrong(
    'oneHot',
    null,
    'sparse array',
    `
export const oneHot = (index, depth) => { if (!Number.isInteger(index) || index < 0 || index >= depth) throw new Error(); const v = []; v[index] = 1; return v; };`,
  ),
  throws(
    'oneHot',
    'refuses class 0',
    `
export const oneHot = (index, depth) => { if (!index || index >= depth || index % 1 || index < 0) throw new Error('index'); const v = Array(depth).fill(0); v[index] = 1; return v; };`,
  ),
  throws(
    'oneHot',
    'refuses the last class',
    `
export const oneHot = (index, depth) => { if (index >= depth - 1 || index % 1 || index < 0) throw new Error('index'); const v = Array(depth).fill(0); v[index] = 1; return v; };`,
  ),
  right(
    'oneHot',
    'does not refuse',
    `export const oneHot = (index, depth) => Array.from({ length: depth }, (_, k) => (k === index ? 1 : 0));`,
    'errors',
  ),

  right(
    'denseLayer',
    'class, columns first',
    `
class Dense {
  constructor(w, b, name) { Object.assign(this, { w, b, name }); }
  get f() { return { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => (z > 0 ? z : 0) }[this.name]; }
  column(j) { return this.w.map((row) => row[j]); }
  call(x) { return x.map((r) => { if (r.length !== this.w.length) throw new Error('x and w'); return this.b.map((bj, j) => this.f(this.column(j).reduce((s, v, i) => s + v * r[i], 0) + bj)); }); }
}
export const denseLayer = (x, w, b, activation = 'identity') => {
  if (w.some((row) => row.length !== b.length)) throw new Error('w and b');
  return new Dense(w, b, activation).call(x);
};`,
  ),
  right(
    'denseLayer',
    'flat typed arrays',
    `
type Act = 'identity' | 'sigmoid' | 'tanh' | 'relu';
export function denseLayer(x: number[][], w: number[][], b: number[], act: Act = 'identity'): Float64Array[] {
  const m = w.length, n = b.length, W = new Float64Array(m * n);
  if (x.find((r) => r.length !== m) || w.find((r) => r.length !== n)) throw new Error('shape');
  w.forEach((r, i) => W.set(r, i * n));
  return x.map((r) => {
    const y = Float64Array.from(b);
    for (let i = m; i-- > 0; ) for (let j = 0; j < n; j++) y[j] += r[i] * W[i * n + j];
    switch (act) {
      case 'sigmoid': return y.map((z) => 0.5 * (1 + Math.tanh(z / 2)));
      case 'tanh': return y.map((z) => -Math.expm1(-2 * z) / (Math.exp(-2 * z) + 1));
      case 'relu': return y.map((z) => (z + Math.abs(z)) / 2);
      default: return y;
    }
  });
}`,
  ),
  right(
    'denseLayer',
    'augmented product',
    `
const act = { sigmoid: (z) => Math.exp(z) / (Math.exp(z) + 1), tanh: (z) => 2 / (1 + Math.exp(-2 * z)) - 1, relu: (z) => Math.max(z, 0) };
export const denseLayer = (x, w, b, activation) => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  const aug = [...w, b];
  const f = act[activation] ?? ((z) => z);
  return x.map((row) => [...row, 1]).map((row) => b.map((_, j) => f(row.reduce((s, v, i) => s + v * aug[i][j], 0))));
};`,
  ),
  wrong(
    'denseLayer',
    'weights-transposed',
    'rows of w for units',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => w.map((row, j) => f[a](row.reduce((s, v, i) => s + v * r[i], b[j]))));
};`,
  ),
  wrong(
    'denseLayer',
    'bias-ignored',
    'zeros for biases',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function denseLayer(x, w, b, a = 'identity') {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  const out = [];
  for (const r of x) { const y = new Float64Array(b.length); r.forEach((v, i) => w[i].forEach((u, j) => { y[j] += u * v; })); out.push(y.map(f[a])); }
  return out;
}`,
  ),
  wrong(
    'denseLayer',
    'bias-after-activation',
    'added last',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
const matmul = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, v, k) => s + v * b[k][j], 0)));
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return matmul(x, w).map((r) => r.map((z, j) => f[a](z) + b[j]));
};`,
  ),
  wrong(
    'denseLayer',
    'activation-ignored',
    'linear',
    `
export const denseLayer = (x, w, b) => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => b.map((c, j) => c + r.reduce((s, v, i) => s + w[i][j] * v, 0)));
};`,
  ),
  wrong(
    'denseLayer',
    null,
    'default is relu',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const denseLayer = (x, w, b, a = 'relu') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][j], c))));
};`,
  ),
  wrong(
    'denseLayer',
    null,
    'bias of the sample instead of the unit',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r, n) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][j], b[n] ?? c))));
};`,
  ),
  wrong(
    'denseLayer',
    null,
    'tanh computed as sigmoid',
    `
const s = (z) => 1 / (1 + Math.exp(-z));
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  const f = a === 'relu' ? (z) => Math.max(0, z) : a === 'identity' ? (z) => z : s;
  return x.map((r) => b.map((c, j) => f(r.reduce((t, v, i) => t + v * w[i][j], c))));
};`,
  ),
  wrong(
    'denseLayer',
    null,
    'leaky relu',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => (z > 0 ? z : 0.01 * z) };
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][j], c))));
};`,
  ),
  wrong(
    'denseLayer',
    null,
    'float32 weights',
    `
const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== b.length) throw new Error('shapes');
  return x.map((r) => Float32Array.from(b, (c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][j], c))));
};`,
  ),
  throws(
    'denseLayer',
    'wants as many inputs as units',
    `
export const denseLayer = (x, w, b, a = 'identity') => {
  if (x[0].length !== w.length || w[0].length !== w.length || b.length !== w.length) throw new Error('shapes');
  const f = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
  return x.map((r) => b.map((c, j) => f[a](r.reduce((s, v, i) => s + v * w[i][j], c))));
};`,
  ),

  right(
    'mlpForward',
    'reduce',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => layers.reduce(({ drives, activations }, { w, b, activation }) => {
  const d = (activations.at(-1) ?? x).map((r) => b.map((c, j) => w.reduce((s, row, i) => s + row[j] * r[i], 0) + c));
  return { drives: [...drives, d], activations: [...activations, d.map((r) => r.map(g[activation]))] };
}, { drives: [], activations: [] });`,
  ),
  right(
    'mlpForward',
    'recursion, typed rows',
    `
type Layer = { w: number[][]; b: number[]; activation: string };
class Trace { drives: Float64Array[][] = []; activations: Float64Array[][] = []; }
function run(a: ArrayLike<number>[], [first, ...rest]: Layer[], trace: Trace): Trace {
  if (!first) return trace;
  const d = a.map((r) => { const z = new Float64Array(first.b); for (let i = 0; i < r.length; i++) for (let j = 0; j < z.length; j++) z[j] += first.w[i][j] * r[i]; return z; });
  const y = d.map((r) => r.map((z) => first.activation === 'relu' ? (z < 0 ? 0 : z) : first.activation === 'tanh' ? Math.tanh(z) : first.activation === 'sigmoid' ? 1 / (1 + Math.exp(-z)) : z));
  trace.drives.push(d); trace.activations.push(y);
  return run(y, rest, trace);
}
export function mlpForward(x: number[][], layers: Layer[]) { return run(x, layers, new Trace()); }`,
  ),
  right(
    'mlpForward',
    'sample by sample',
    `
const acts = new Map([['relu', (z) => (z > 0 ? z : 0)], ['sigmoid', (z) => 1 / (1 + Math.E ** -z)], ['tanh', Math.tanh]]);
export function mlpForward(x, layers) {
  const drives = layers.map(() => []), activations = layers.map(() => []);
  for (const sample of x) {
    let a = sample;
    layers.forEach((layer, l) => {
      const d = layer.b.slice();
      for (let j = 0; j < d.length; j++) for (let i = layer.w.length - 1; i >= 0; i--) d[j] += a[i] * layer.w[i][j];
      drives[l].push(d);
      activations[l].push((a = d.map(acts.get(layer.activation) || ((z) => z))));
    });
  }
  return { activations, drives, layers: layers.length };
}`,
  ),
  wrong(
    'mlpForward',
    'drives-are-activations',
    'overwrites the drives',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x;
  for (const { w, b, activation } of layers) {
    const z = a.map((r) => Float64Array.from(b, (c, j) => r.reduce((s, v, i) => s + v * w[i][j], c)));
    for (const row of z) row.forEach((v, k) => { row[k] = g[activation](v); });
    a = z; drives.push(z); activations.push(z);
  }
  return { drives, activations };
}`,
  ),
  wrong(
    'mlpForward',
    'last-layer-linear',
    'logits out',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x;
  layers.forEach(({ w, b, activation }, l) => {
    const f = l + 1 < layers.length ? g[activation] : g.identity;
    const z = a.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c)));
    a = z.map((r) => r.map(f)); drives.push(z); activations.push(a);
  });
  return { drives, activations };
}`,
  ),
  wrong(
    'mlpForward',
    'bias-ignored',
    'plain products',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, v, k) => s + v * b[k][j], 0)));
export const mlpForward = (x, layers) => { let a = x; const ds = [], as = []; for (const l of layers) { const d = mm(a, l.w); a = d.map((r) => r.map(g[l.activation])); ds.push(d); as.push(a); } return { drives: ds, activations: as }; };`,
  ),
  wrong(
    'mlpForward',
    'input-to-every-layer',
    'a is never updated',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => {
  const drives = layers.map(({ w, b }) => x.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i]?.[j], c))));
  return { drives, activations: drives.map((d, l) => d.map((r) => r.map(g[layers[l].activation]))) };
};`,
  ),
  wrong(
    'mlpForward',
    null,
    'input among the activations',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { const as = [x], ds = []; for (const { w, b, activation } of layers) { const d = as.at(-1).map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c))); ds.push(d); as.push(d.map((r) => r.map(g[activation]))); } return { drives: ds, activations: as }; };`,
  ),
  wrong(
    'mlpForward',
    null,
    'first layer without its bias',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { const as = [], ds = []; layers.forEach(({ w, b, activation }, l) => { const d = (as.at(-1) ?? x).map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], l ? c : 0))); ds.push(d); as.push(d.map((r) => r.map(g[activation]))); }); return { drives: ds, activations: as }; };`,
  ),
  wrong(
    'mlpForward',
    null,
    'drives instead of activations handed on',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { const as = [], ds = []; for (const { w, b, activation } of layers) { const d = (ds.at(-1) ?? x).map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c))); ds.push(d); as.push(d.map((r) => r.map(g[activation]))); } return { drives: ds, activations: as }; };`,
  ),
  wrong(
    'mlpForward',
    null,
    'only the last layer',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { let a = x, d = []; for (const l of layers) { d = a.map((r) => l.b.map((c, j) => r.reduce((s, v, i) => s + v * l.w[i][j], c))); a = d.map((r) => r.map(g[l.activation])); } return { drives: [d], activations: [a] }; };`,
  ),
  wrong(
    'mlpForward',
    null,
    'relu everywhere but last',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export const mlpForward = (x, layers) => { const as = [], ds = []; layers.forEach(({ w, b, activation }, l) => { const d = (as.at(-1) ?? x).map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c))); ds.push(d); as.push(d.map((r) => r.map(g[l === layers.length - 1 ? activation : 'relu']))); }); return { drives: ds, activations: as }; };`,
  ),
  throws(
    'mlpForward',
    'no layers',
    `
const g = { identity: (z) => z, sigmoid: (z) => 1 / (1 + Math.exp(-z)), tanh: Math.tanh, relu: (z) => Math.max(0, z) };
export function mlpForward(x, layers) {
  const drives = [], activations = []; let a = x, l = 0;
  do { const { w, b, activation } = layers[l]; const d = a.map((r) => b.map((c, j) => r.reduce((s, v, i) => s + v * w[i][j], c))); a = d.map((r) => r.map(g[activation])); drives.push(d); activations.push(a); } while (++l < layers.length);
  return { drives, activations };
}`,
  ),
];
