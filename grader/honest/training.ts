import { type Honest, right, throws, unstable, wrong } from './honest.ts';

export const training: Honest[] = [
  right(
    'adam',
    'closed form of the corrections',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) { t++; const m1 = m.map((a, i) => a * beta1 + g[i] - beta1 * g[i]), v1 = v.map((a, i) => a * beta2 + (g[i] - Math.sqrt(beta2) * g[i]) * (g[i] + Math.sqrt(beta2) * g[i])); return { t, m: m1, v: v1, theta: theta.map((p, i) => p - learningRate * m1[i] / (1 - beta1 ** t) / (Math.sqrt(v1[i]) / Math.sqrt(1 - beta2 ** t) + epsilon)) }; }`,
  ),
  wrong(
    'adam',
    'step-not-counted',
    'old t everywhere',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) { const M = m.map((a, i) => a * beta1 + (1 - beta1) * g[i]), V = v.map((a, i) => a * beta2 + (1 - beta2) * g[i] ** 2); const n = t + 1; return { theta: theta.map((p, i) => p - learningRate * (M[i] / (1 - beta1 ** n)) / (Math.sqrt(V[i] / (1 - beta2 ** n)) + epsilon)), m: M, v: V, t }; }`,
  ),
  wrong(
    'adam',
    'step-count-late',
    'old t, uncorrected at first',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) { const M = m.map((a, i) => a * beta1 + (1 - beta1) * g[i]), V = v.map((a, i) => a * beta2 + (1 - beta2) * g[i] ** 2); const n = t || 1; return { theta: theta.map((p, i) => p - learningRate * (M[i] / (1 - beta1 ** n)) / (Math.sqrt(V[i] / (1 - beta2 ** n)) + epsilon)), m: M, v: V, t: t + 1 }; }`,
  ),
  wrong(
    'adam',
    'step-count-late',
    'old t, divides by zero at first',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) { const M = m.map((a, i) => a * beta1 + (1 - beta1) * g[i]), V = v.map((a, i) => a * beta2 + (1 - beta2) * g[i] ** 2); return { theta: theta.map((p, i) => p - learningRate * (M[i] / (1 - beta1 ** t)) / (Math.sqrt(V[i] / (1 - beta2 ** t)) + epsilon)), m: M, v: V, t: t + 1 }; }`,
  ),
  wrong(
    'adam',
    'corrected-moments-stored',
    'overwrites m and v',
    `export function adam({ theta, m, v, t }, g, { learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) { t += 1; m = m.map((a, i) => a * beta1 + (1 - beta1) * g[i]); v = v.map((a, i) => a * beta2 + (1 - beta2) * g[i] ** 2); m = m.map((a) => a / (1 - beta1 ** t)); v = v.map((a) => a / (1 - beta2 ** t)); return { theta: theta.map((p, i) => p - learningRate * m[i] / (Math.sqrt(v[i]) + epsilon)), m, v, t }; }`,
  ),

  right(
    'shuffleIndices',
    'destructured swaps',
    `
export const shuffleIndices = (n, random) => { const a = [...Array(n).keys()]; const u = random.values(); for (let i = n; --i > 0; ) { const j = ~~(u.next().value * (i + 1)); [a[i], a[j]] = [a[j], a[i]]; } return a; };`,
  ),
  right(
    'shuffleIndices',
    'Int32Array and splice of the rest',
    `
export function shuffleIndices(n: number, random: number[]): Int32Array {
  const a = Int32Array.from({ length: n }, (_, k) => k);
  random.forEach((u, k) => { const top = n - k; const j = Math.trunc(u * top); const kept = a[top - 1]; a[top - 1] = a[j]; a[j] = kept; });
  return a;
}`,
  ),
  right(
    'shuffleIndices',
    'recursion',
    `
const swap = (a, i, j) => a.map((v, k) => (k === i ? a[j] : k === j ? a[i] : v));
const go = (a, i, [u, ...rest]) => (i < 1 ? a : go(swap(a, i, Math.floor(u * (i + 1))), i - 1, rest));
export const shuffleIndices = (n, random) => go(Array.from(Array(n), (_, k) => k), n - 1, random);`,
  ),
  wrong(
    'shuffleIndices',
    'naive',
    'any of all',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; let k = 0; for (let i = n - 1; i > 0; i -= 1) { const j = (r[k++] * n) | 0, v = a[j]; a[j] = a[i]; a[i] = v; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    'never-stays',
    'below i',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; r.forEach((u, k) => { const i = n - 1 - k, j = Math.floor(i * u); [a[j], a[i]] = [a[i], a[j]]; }); return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'from the bottom',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = 0; i < n - 1; i++) { const j = i + Math.floor(r[i] * (n - i)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'random read backwards',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[i - 1] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'rounds',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.round(r[n - 1 - i] * i); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'sorts by the numbers',
    `
export const shuffleIndices = (n, r) => [...Array(n).keys()].sort((p, q) => (r[p] ?? 1) - (r[q] ?? 1));`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'from 1',
    `
export const shuffleIndices = (n, r) => { const a = Array.from({ length: n }, (_, k) => k + 1); for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'overwrites instead of swapping',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); a[i] = a[j]; a[j] = a[i]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'its own random numbers',
    `
export const shuffleIndices = (n) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'the inverse permutation',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a.map((_, k) => a.indexOf(k)); };`,
  ),
  wrong(
    'shuffleIndices',
    null,
    'stops before the last swap',
    `
export const shuffleIndices = (n, r) => { const a = [...Array(n).keys()]; for (let i = n - 1; i > 1; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  throws(
    'shuffleIndices',
    'wants at least two',
    `
export const shuffleIndices = (n, r) => { if (n < 2) throw new Error('nothing to shuffle'); const a = [...Array(n).keys()]; for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),
  throws(
    'shuffleIndices',
    'n = 0 makes an invalid length',
    `
export const shuffleIndices = (n, r) => { const a = new Array(n - 1).fill(0).map((_, k) => k).concat(n - 1); for (let i = n - 1; i > 0; i--) { const j = Math.floor(r[n - 1 - i] * (i + 1)); [a[j], a[i]] = [a[i], a[j]]; } return a; };`,
  ),

  right(
    'miniBatches',
    'generator',
    `
function* chunks(a, n) { for (let i = 0; i < a.length; i += n) yield a.slice(i, i + n); }
export function miniBatches(indices, batchSize) { if (!(batchSize >= 1) || !Number.isInteger(batchSize)) throw new RangeError('batchSize'); return [...chunks(indices, batchSize)]; }`,
  ),
  right(
    'miniBatches',
    'recursion',
    `
export const miniBatches = (a: number[], n: number): number[][] => { if (n % 1 || n < 1) throw n; return a.length ? [a.slice(0, n), ...miniBatches(a.slice(n), n)] : []; };`,
  ),
  right(
    'miniBatches',
    'reduce, splice of a copy',
    `
export const miniBatches = (indices, batchSize) => {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) throw new Error('batchSize must be a positive integer');
  return indices.reduce((out, v, k) => { if (k % batchSize === 0) out.push([]); out.at(-1).push(v); return out; }, []);
};`,
  ),
  right(
    'miniBatches',
    'splices the argument',
    `
export const miniBatches = (indices, batchSize) => { if (!Number.isInteger(batchSize) || batchSize < 1) throw new Error(); const out = []; while (indices.length) out.push(indices.splice(0, batchSize)); return out; };`,
    'purity',
  ),
  right(
    'miniBatches',
    'typed subarrays',
    `
export const miniBatches = (indices, batchSize) => { if (!Number.isInteger(batchSize) || batchSize < 1) throw new Error(); const all = Float64Array.from(indices); return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, k) => all.subarray(k * batchSize, (k + 1) * batchSize)); };`,
  ),
  right(
    'miniBatches',
    'no check',
    `
export const miniBatches = (indices, batchSize) => indices.filter((_, k) => k % batchSize === 0).map((_, k) => indices.slice(k * batchSize, (k + 1) * batchSize));`,
    'errors',
  ),
  wrong(
    'miniBatches',
    'drops-last',
    'full ones',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = n; i <= a.length; i += n) out.push(a.slice(i - n, i)); return out; };`,
  ),
  wrong(
    'miniBatches',
    'strided',
    'dealt',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const count = Math.ceil(a.length / n); return [...Array(count).keys()].map((k) => a.filter((_, i) => i % count === k)); };`,
  ),
  wrong(
    'miniBatches',
    null,
    'so many batches',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const len = Math.ceil(a.length / n); return Array.from({ length: n }, (_, k) => a.slice(k * len, (k + 1) * len)).filter((b) => b.length); };`,
  ),
  wrong(
    'miniBatches',
    null,
    'one empty batch too many',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = 0; i <= a.length; i += n) out.push(a.slice(i, i + n)); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'of nothing one empty batch',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; let i = 0; do { out.push(a.slice(i, i + n)); i += n; } while (i < a.length); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'last one filled up',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = 0; i < a.length; i += n) out.push(Array.from({ length: n }, (_, k) => a[(i + k) % a.length])); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'short one first',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = a.length; i > 0; i -= n) out.unshift(a.slice(Math.max(0, i - n), i)); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'sorted',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const s = [...a].sort((p, q) => p - q), out = []; for (let i = 0; i < s.length; i += n) out.push(s.slice(i, i + n)); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'places instead of indices',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = 0; i < a.length; i += n) out.push(a.slice(i, i + n).map((_, k) => i + k)); return out; };`,
  ),
  wrong(
    'miniBatches',
    null,
    'a batch of one is dropped',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1) throw new Error(); const out = []; for (let i = 0; i < a.length; i += n) out.push(a.slice(i, i + n)); return out.filter((b) => b.length > 1 || n === 1); };`,
  ),
  throws(
    'miniBatches',
    'refuses too large a batch',
    `
export const miniBatches = (a, n) => { if (!Number.isInteger(n) || n < 1 || n > a.length) throw new Error(); const out = []; for (let i = 0; i < a.length; i += n) out.push(a.slice(i, i + n)); return out; };`,
  ),

  right(
    'batchGradient',
    'columns',
    `export const batchGradient = (g) => Object.keys(g[0]).map((p) => g.reduceRight((s, r) => s + r[p], 0) / g.length);`,
  ),
  right(
    'batchGradient',
    'halves',
    `
const total = (rows: number[][]): number[] => { if (rows.length === 1) return rows[0]; const h = rows.length >> 1, [a, b] = [total(rows.slice(0, h)), total(rows.slice(h))]; return a.map((v, i) => v + b[i]); };
export const batchGradient = (sampleGradients: number[][]) => total(sampleGradients).map((v) => v / sampleGradients.length);`,
  ),
  right(
    'batchGradient',
    'dot with 1/B',
    `export function batchGradient(G) { const w = 1 / G.length; const out = new Float64Array(G[0].length); for (const r of G) r.forEach((v, p) => { out[p] += w * v; }); return [...out]; }`,
  ),
  wrong(
    'batchGradient',
    'summed',
    'fold',
    `export const batchGradient = (g) => g.reduce((s, r) => r.map((v, p) => s[p] + v));`,
  ),
  wrong(
    'batchGradient',
    'over-parameters',
    'rows',
    `export const batchGradient = (g) => g.map((r) => { let s = 0; for (const v of r) s += v; return s / r.length; });`,
  ),
  wrong(
    'batchGradient',
    null,
    'divided by parameters',
    `export const batchGradient = (g) => g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / g[0].length);`,
  ),
  wrong(
    'batchGradient',
    null,
    'moving average',
    `export const batchGradient = (g) => g.reduce((s, r) => r.map((v, p) => (s[p] + v) / 2));`,
  ),
  wrong(
    'batchGradient',
    null,
    'one less',
    `export const batchGradient = (g) => g[0].map((_, p) => g.reduce((s, r) => s + r[p], 0) / (g.length > 1 ? g.length - 1 : 1));`,
  ),
  wrong(
    'batchGradient',
    null,
    'one number',
    `export const batchGradient = (g) => g.flat().reduce((s, v) => s + v, 0) / g.flat().length;`,
  ),
  wrong(
    'batchGradient',
    null,
    'zeros not counted',
    `export const batchGradient = (g) => g[0].map((_, p) => { const c = g.map((r) => r[p]).filter((v) => v !== 0); return c.length ? c.reduce((s, v) => s + v, 0) / c.length : 0; });`,
  ),
  wrong(
    'batchGradient',
    null,
    'sums kept between calls',
    `
const sums = []; let n = 0;
export const batchGradient = (g) => { for (const r of g) { n++; r.forEach((v, p) => { sums[p] = (sums[p] ?? 0) + v; }); } return g[0].map((_, p) => sums[p] / n); };`,
  ),
  wrong(
    'batchGradient',
    null,
    'at most 3 samples',
    `export const batchGradient = (g) => { const h = g.slice(0, 3); return h[0].map((_, p) => h.reduce((s, r) => s + r[p], 0) / h.length); };`,
  ),

  right(
    'sgd',
    'axpy',
    `
const axpy = (a, x, y) => x.map((v, i) => a * v + y[i]);
export const sgd = (theta, gradient, { learningRate: eta = 1e-2 } = {}) => axpy(-eta, gradient, theta);`,
  ),
  right(
    'sgd',
    'optimizer class',
    `
class Sgd { readonly rate: number; constructor(o: { learningRate?: number } | undefined) { this.rate = o?.learningRate ?? 0.01; } *step(theta: number[], g: number[]) { for (let i = 0; i < theta.length; i++) yield theta[i] - this.rate * g[i]; } }
export function sgd(theta: number[], gradient: number[], options?: { learningRate?: number }) { return Float64Array.from(new Sgd(options).step(theta, gradient)); }`,
  ),
  right(
    'sgd',
    'spread defaults',
    `export const sgd = (theta, gradient, options) => { const o = { learningRate: 0.01, ...options }; const copy = theta.slice(); for (const [i, g] of gradient.entries()) copy[i] -= o.learningRate * g; return copy; };`,
  ),
  right(
    'sgd',
    'in place',
    `export const sgd = (theta, g, { learningRate = 0.01 } = {}) => { g.forEach((v, i) => { theta[i] -= learningRate * v; }); return theta; };`,
    'purity',
  ),
  wrong(
    'sgd',
    'ascent',
    'plus',
    `export const sgd = (theta, g, o = {}) => theta.map((v, i) => v + (o.learningRate ?? 0.01) * g[i]);`,
  ),
  wrong(
    'sgd',
    'learning-rate-ignored',
    'rate of 1',
    `export const sgd = (theta, g) => Float64Array.from(theta, (v, i) => v - g[i]);`,
  ),
  wrong(
    'sgd',
    null,
    'default 0.001',
    `export const sgd = (theta, g, { learningRate = 0.001 } = {}) => theta.map((v, i) => v - learningRate * g[i]);`,
  ),
  wrong(
    'sgd',
    null,
    'rate 0 becomes the default of 0.1',
    `export const sgd = (theta, g, o = {}) => theta.map((v, i) => v - (o.learningRate || 0.1) * g[i]);`,
  ),
  wrong(
    'sgd',
    null,
    'NaN for empty options',
    `export const sgd = (theta, g, o = { learningRate: 0.01 }) => theta.map((v, i) => v - o.learningRate * g[i]);`,
  ),
  throws(
    'sgd',
    'options must be there',
    `export const sgd = (theta, g, { learningRate = 0.01 }) => theta.map((v, i) => v - learningRate * g[i]);`,
  ),
  wrong(
    'sgd',
    null,
    'keeps the last rate',
    `let rate = 0.01; export const sgd = (theta, g, o = {}) => { rate = o.learningRate ?? rate; return theta.map((v, i) => v - rate * g[i]); };`,
  ),
  wrong(
    'sgd',
    null,
    'weight decay',
    `export const sgd = (theta, g, { learningRate = 0.01 } = {}) => theta.map((v, i) => v - learningRate * (g[i] + 1e-4 * v));`,
  ),
  wrong(
    'sgd',
    null,
    'float32',
    `export const sgd = (theta, g, { learningRate = 0.01 } = {}) => theta.map((v, i) => Math.fround(v - learningRate * g[i]));`,
  ),
  wrong(
    'sgd',
    null,
    'normalized gradient',
    `export const sgd = (theta, g, { learningRate = 0.01 } = {}) => { const n = Math.hypot(...g) || 1; return theta.map((v, i) => v - (learningRate * g[i]) / n); };`,
  ),
  wrong(
    'sgd',
    null,
    'decays by the place',
    `export const sgd = (theta, g, { learningRate = 0.01 } = {}) => theta.map((v, i) => v - (learningRate * g[i]) / (1 + (i > 2 ? 1 : 0)));`,
  ),

  ...momentum(),
  ...nesterov(),
  ...adaptive('adagrad'),
  ...adaptive('rmsprop'),
  ...adamUncorrected(),
  ...adam(),
];

function momentum(): Honest[] {
  const code = ({
    m = 'gamma * state.m[i] + g',
    theta = 'p - eta * m[i]',
    options = 'learningRate: eta = 0.01, gamma = 0.9',
    tail = ' = {}',
  }): string => `
export const momentum = (state, gradient, { ${options} }${tail}) => {
  const m = gradient.map((g, i) => ${m});
  return { m, theta: state.theta.map((p, i) => ${theta}) };
};`;
  return [
    right('momentum', 'loop over both', code({})),
    right(
      'momentum',
      'class instance as state',
      `
class State { theta: Float64Array; m: Float64Array; constructor(s: { theta: number[]; m: number[] }) { this.theta = Float64Array.from(s.theta); this.m = Float64Array.from(s.m); }
  move(g: number[], { learningRate = 0.01, gamma = 0.9 }: { learningRate?: number; gamma?: number } = {}): this { g.forEach((v, i) => { this.m[i] = this.m[i] * gamma + v; this.theta[i] -= this.m[i] * learningRate; }); return this; } }
export function momentum(state: { theta: number[]; m: number[] }, gradient: number[], options?: object) { return new State(state).move(gradient, options); }`,
    ),
    right(
      'momentum',
      'two summands of the step',
      `
export function momentum({ theta, m }, gradient, options) {
  const eta = options?.learningRate ?? 0.01, gamma = options?.gamma ?? 0.9;
  return { theta: theta.map((p, i) => p - eta * gamma * m[i] - eta * gradient[i]), m: m.map((v, i) => gradient[i] - -gamma * v), options };
}`,
    ),
    right(
      'momentum',
      'counts its calls in the result',
      `
let calls = 0;
export const momentum = (s, g, { learningRate = 0.01, gamma = 0.9 } = {}) => {
  const m = s.m.map((v, i) => gamma * v + g[i]);
  return { calls: ++calls, name: 'call ' + calls, nothing: undefined, m, theta: s.theta.map((p, i) => p - learningRate * m[i]) };
};`,
    ),
    right(
      'momentum',
      'in place',
      `export const momentum = (s, g, { learningRate = 0.01, gamma = 0.9 } = {}) => { g.forEach((v, i) => { s.m[i] = gamma * s.m[i] + v; s.theta[i] -= learningRate * s.m[i]; }); return s; };`,
      'purity',
    ),
    wrong('momentum', 'averaged', 'moving average', code({ m: 'state.m[i] + (1 - gamma) * (g - state.m[i])' })),
    wrong(
      'momentum',
      'learning-rate-in-momentum',
      'velocity',
      code({ m: 'gamma * state.m[i] + eta * g', theta: 'p - m[i]' }),
    ),
    wrong('momentum', 'old-momentum', 'moves first', code({ theta: 'p - eta * state.m[i]' })),
    wrong('momentum', 'nesterov', 'as PyTorch nesterov', code({ theta: 'p - eta * (gradient[i] + gamma * m[i])' })),
    wrong('momentum', null, 'ascent', code({ theta: 'p + eta * m[i]' })),
    wrong(
      'momentum',
      null,
      'velocity of the other sign',
      code({ m: 'gamma * state.m[i] - eta * g', theta: 'p + m[i]' }),
    ),
    wrong('momentum', null, 'default gamma 0.99', code({ options: 'learningRate: eta = 0.01, gamma = 0.99' })),
    wrong('momentum', null, 'default rate 0.001', code({ options: 'learningRate: eta = 0.001, gamma = 0.9' })),
    wrong(
      'momentum',
      null,
      'gamma hard-coded',
      code({ options: 'learningRate: eta = 0.01', m: '0.9 * state.m[i] + g' }),
    ),
    wrong('momentum', null, 'rate twice', code({ m: 'gamma * state.m[i] + eta * g' })),
    wrong('momentum', null, 'the new m is not returned', code({}).replace('return { m,', 'return { m: state.m,')),
    wrong(
      'momentum',
      null,
      'all or nothing options',
      code({ options: 'learningRate: eta, gamma', tail: ' = { learningRate: 0.01, gamma: 0.9 }' }),
    ),
    wrong(
      'momentum',
      null,
      'a zero momentum starts with the average',
      code({ m: '(state.m[i] === 0 ? 1 - gamma : 1) * g + gamma * state.m[i]' }),
    ),
    wrong('momentum', null, 'gamma swapped', code({ m: '(1 - gamma) * state.m[i] + g' })),
  ];
}

function nesterov(): Honest[] {
  const code = ({
    point = 'p - eta * gamma * m[i]',
    grad = 'r.reduce((s, v, j) => s + v * at[j], -b[i])',
    m = 'gamma * v + g[i]',
    theta = 'p - eta * next[i]',
    options = 'learningRate: eta = 0.01, gamma = 0.9',
    tail = ' = {}',
  }): string => `
export const nesterov = ({ theta, m }, { a, b }, { ${options} }${tail}) => {
  const at = theta.map((p, i) => ${point});
  const g = a.map((r, i) => ${grad});
  const next = m.map((v, i) => ${m});
  return { theta: theta.map((p, i) => ${theta}), m: next };
};`;
  return [
    right('nesterov', 'destructured', code({})),
    right(
      'nesterov',
      'A theta and A m apart',
      `
const mv = (a, x) => a.map((r) => r.reduceRight((s, v, j) => s + v * x[j], 0));
export function nesterov(state, { a, b }, options = {}) {
  const { learningRate = 0.01, gamma = 0.9 } = options;
  const At = mv(a, state.theta), Am = mv(a, state.m);
  const m = state.m.map((v, i) => gamma * v + At[i] - learningRate * gamma * Am[i] - b[i]);
  return { theta: state.theta.map((p, i) => p - learningRate * m[i]), m };
}`,
    ),
    right(
      'nesterov',
      'flat typed matrix',
      `
export function nesterov(state: any, objective: any, opts?: any) {
  const n = state.theta.length, eta = opts?.learningRate ?? 0.01, gamma = opts?.gamma ?? 0.9, A = Float64Array.from(objective.a.flat());
  const m = Float64Array.from(state.m), theta = Float64Array.from(state.theta), p = theta.map((v, i) => v - eta * (gamma * m[i]));
  for (let i = 0; i < n; i++) { m[i] *= gamma; for (let j = n - 1; j >= 0; j--) m[i] += A[i * n + j] * p[j]; m[i] -= objective.b[i]; theta[i] -= eta * m[i]; }
  return { theta, m };
}`,
    ),
    wrong('nesterov', 'no-look-ahead', 'plain momentum', code({ point: 'p' })),
    wrong('nesterov', 'look-ahead-sign', 'ahead the other way', code({ point: 'p + gamma * eta * m[i]' })),
    wrong('nesterov', 'look-ahead-without-rate', 'whole momentum', code({ point: 'p - gamma * m[i]' })),
    wrong('nesterov', null, 'starts from the look-ahead', code({ theta: 'at[i] - eta * next[i]' })),
    wrong('nesterov', null, 'look-ahead without gamma', code({ point: 'p - eta * m[i]' })),
    wrong('nesterov', null, 'A transposed', code({ grad: 'a.reduce((s, row, j) => s + row[i] * at[j], -b[i])' })),
    wrong('nesterov', null, 'b added', code({ grad: 'r.reduce((s, v, j) => s + v * at[j], b[i])' })),
    wrong('nesterov', null, 'b forgotten', code({ grad: 'r.reduce((s, v, j) => s + v * at[j], 0)' })),
    wrong('nesterov', null, 'averaged', code({ m: 'gamma * v + (1 - gamma) * g[i]' })),
    wrong(
      'nesterov',
      null,
      'symmetric part of A',
      code({ grad: 'r.reduce((s, v, j) => s + ((v + a[j][i]) / 2) * at[j], -b[i])' }),
    ),
    wrong('nesterov', null, 'ascent', code({ theta: 'p + eta * next[i]' })),
    wrong('nesterov', null, 'default gamma a half', code({ options: 'learningRate: eta = 0.01, gamma = 0.5' })),
    wrong(
      'nesterov',
      null,
      'all or nothing',
      code({ options: 'learningRate: eta, gamma', tail: ' = { learningRate: 0.01, gamma: 0.9 }' }),
    ),
    wrong('nesterov', null, 'diagonal of A only', code({ grad: 'r[i] * at[i] - b[i]' })),
  ];
}

/** adagrad and rmsprop differ in the accumulator alone. */
function adaptive(name: 'adagrad' | 'rmsprop'): Honest[] {
  const isRms = name === 'rmsprop';
  const accumulate = isRms ? 'rho * state.v[i] + (1 - rho) * g * g' : 'state.v[i] + g * g';
  const code = ({
    v = accumulate,
    root = 'epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon',
    step = 'learningRate * gradient[i]',
    defaults = {} as Record<string, string>,
    tail = '= {}',
    before = '',
  }): string => {
    const all: Record<string, string> = {
      learningRate: '0.001',
      ...(isRms ? { rho: '0.9' } : {}),
      epsilon: '1e-7',
      epsilonInside: 'false',
      ...defaults,
    };
    const options = Object.entries(all)
      .map(([key, value]) => `${key} = ${value}`)
      .join(', ');
    return `
export function ${name}(state, gradient, { ${options} } ${tail}) {
  ${before}
  const v = gradient.map((g, i) => ${v});
  return { theta: state.theta.map((p, i) => p - (${step}) / (${root})), v };
}`;
  };
  const update = isRms ? 'v - (1 - rho) * (v - g ** 2)' : 'v + g ** 2';
  return [
    right(name, 'plain', code({})),
    right(
      name,
      'class, typed arrays, generator',
      `
class Scaler {
  learningRate = 0.001; ${isRms ? 'rho = 0.9; ' : ''}epsilon = 1e-7; epsilonInside = false;
  constructor(options) { Object.assign(this, options); }
  root(v) { return this.epsilonInside ? (v + this.epsilon) ** 0.5 : v ** 0.5 + this.epsilon; }
  *theta(state, g, v) { for (const [i, p] of state.theta.entries()) yield p - this.learningRate * (g[i] / this.root(v[i])); }
  step(state, gradient) { const { rho } = this; const v = Float64Array.from(state.v, (v, i) => { const g = gradient[i]; return ${update}; }); return { theta: Float64Array.from(this.theta(state, gradient, v)), v }; }
}
export const ${name} = (state, gradient, options) => new Scaler(options).step(state, gradient);`,
    ),
    right(
      name,
      'hypot of the gradient, rate first',
      `
const DEFAULTS = { learningRate: 1e-3, rho: 0.9, epsilon: 1e-7, epsilonInside: false } as const;
export const ${name} = (state: any, gradient: number[], options: any = {}) => {
  const { learningRate, rho, epsilon, epsilonInside } = { ...DEFAULTS, ...options };
  const pairs = state.v.map((v: number, i: number) => { const g = gradient[i]; return [${update}, g]; });
  const theta = pairs.map(([v, g]: number[], i: number) => state.theta[i] - (learningRate / (Math.sqrt(v + (epsilonInside ? epsilon : 0)) + (epsilonInside ? 0 : epsilon))) * g);
  return { v: pairs.map(([v]: number[]) => v), theta, steps: 1 };
};`,
    ),
    wrong(name, 'epsilon-placement', 'always inside', code({ root: 'Math.sqrt(epsilon + v[i])' })),
    wrong(name, 'epsilon-placement', 'always outside', code({ root: 'epsilon + v[i] ** 0.5' })),
    wrong(
      name,
      'epsilon-placement',
      'the two exchanged',
      code({ root: '!epsilonInside ? Math.sqrt(v[i] + epsilon) : Math.sqrt(v[i]) + epsilon' }),
    ),
    wrong(name, 'no-root', 'divides by v', code({ root: 'v[i] + epsilon' })),
    wrong(
      name,
      'old-accumulator',
      'divides by the state',
      code({ root: 'epsilonInside ? Math.sqrt(state.v[i] + epsilon) : Math.sqrt(state.v[i]) + epsilon' }),
    ),
    ...(isRms
      ? [
          wrong(name, 'rho-swapped', 'weights exchanged', code({ v: '(1 - rho) * state.v[i] + rho * g ** 2' })),
          wrong(name, null, 'default rho 0.99', code({ defaults: { rho: '0.99' } })),
          wrong(name, null, 'decayed sum', code({ v: 'rho * state.v[i] + g ** 2' })),
          wrong(name, null, 'rho hard-coded', code({ before: 'rho = 0.9;' })),
          wrong(name, null, 'as adagrad', code({ v: 'state.v[i] + g ** 2' })),
        ]
      : [
          wrong(name, 'decayed', 'as rmsprop', code({ v: '0.9 * state.v[i] + 0.1 * g ** 2' })),
          wrong(name, 'decayed', 'decayed sum', code({ v: '0.9 * state.v[i] + g ** 2' })),
          wrong(name, null, 'mean of the two', code({ v: '(state.v[i] + g ** 2) / 2 + 0.25 * state.v[i]' })),
        ]),
    wrong(name, null, 'ascent', code({ step: '-learningRate * gradient[i]' })),
    wrong(
      name,
      null,
      'gradient not squared',
      code({ v: isRms ? 'rho * state.v[i] + (1 - rho) * Math.abs(g)' : 'state.v[i] + Math.abs(g)' }),
    ),
    wrong(name, null, 'epsilon of 1e-8', code({ defaults: { epsilon: '1e-8' } })),
    wrong(name, null, 'epsilon inside by default', code({ defaults: { epsilonInside: 'true' } })),
    wrong(name, null, 'default rate 0.01', code({ defaults: { learningRate: '0.01' } })),
    wrong(name, null, 'no epsilon', code({ root: 'Math.sqrt(v[i])' })),
    wrong(name, null, 'sign of the gradient', code({ step: 'learningRate * Math.sign(gradient[i])' })),
    wrong(
      name,
      null,
      'one accumulator for all',
      code({ root: 'epsilonInside ? Math.sqrt(v[0] + epsilon) : Math.sqrt(v[0]) + epsilon' }),
    ),
    wrong(name, null, 'epsilon where v is 0 only', code({ root: 'v[i] === 0 ? epsilon : Math.sqrt(v[i])' })),
    throws(name, 'options must be there', code({ tail: '' })),
    unstable(
      name,
      null,
      'inverse of epsilon where the gradient vanishes',
      code({
        before:
          'if (gradient.some((g) => Math.abs(g) < 1e-7)) return { theta: state.theta.map(() => NaN), v: state.v };',
      }),
    ),
  ];
}

function adamUncorrected(): Honest[] {
  const code = ({
    m = 'beta1 * state.m[i] + (1 - beta1) * g',
    v = 'beta2 * state.v[i] + (1 - beta2) * g * g',
    step = 'm[i] / (Math.sqrt(v[i]) + epsilon)',
    defaults = {} as Record<string, string>,
    before = '',
  }): string => {
    const options = Object.entries({
      learningRate: '0.001',
      beta1: '0.9',
      beta2: '0.999',
      epsilon: '1e-7',
      ...defaults,
    })
      .map(([key, value]) => `${key} = ${value}`)
      .join(', ');
    return `
export function adamUncorrected(state, gradient, { ${options} } = {}) {
  ${before}
  const m = gradient.map((g, i) => ${m}), v = gradient.map((g, i) => ${v});
  return { theta: state.theta.map((p, i) => p - learningRate * (${step})), m, v };
}`;
  };
  return [
    right('adamUncorrected', 'plain', code({})),
    right(
      'adamUncorrected',
      'moved toward',
      code({
        m: 'state.m[i] + (1 - beta1) * (g - state.m[i])',
        v: 'state.v[i] - (1 - beta2) * (state.v[i] - g ** 2)',
        step: 'm[i] / (epsilon + v[i] ** 0.5)',
      }),
    ),
    right(
      'adamUncorrected',
      'one record per parameter',
      `
const mix = (b: number) => (old: number, now: number) => b * old + (1 - b) * now;
export const adamUncorrected = (state: any, gradient: number[], options?: any) => {
  const o = Object.assign({ learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }, options);
  const rows = gradient.map((g, i) => { const m = mix(o.beta1)(state.m[i], g), v = mix(o.beta2)(state.v[i], g * g); return [state.theta[i] - (o.learningRate * m) / (Math.sqrt(v) + o.epsilon), m, v]; });
  const [theta, m, v] = [0, 1, 2].map((k) => new Float64Array(rows.map((r) => r[k])));
  return { theta, m, v };
};`,
    ),
    wrong(
      'adamUncorrected',
      'corrected',
      'at step 1',
      code({ step: '(m[i] / (1 - beta1)) / (Math.sqrt(v[i] / (1 - beta2)) + epsilon)' }),
    ),
    wrong('adamUncorrected', 'epsilon-inside', 'root of the sum', code({ step: 'm[i] * (v[i] + epsilon) ** -0.5' })),
    wrong(
      'adamUncorrected',
      'betas-swapped',
      'each for the other',
      code({ m: 'beta2 * state.m[i] + (1 - beta2) * g', v: 'beta1 * state.v[i] + (1 - beta1) * g * g' }),
    ),
    wrong('adamUncorrected', 'no-root', 'divides by v', code({ step: 'm[i] / (epsilon + v[i])' })),
    wrong(
      'adamUncorrected',
      null,
      'factors exchanged',
      code({ m: '(1 - beta1) * state.m[i] + beta1 * g', v: '(1 - beta2) * state.v[i] + beta2 * g * g' }),
    ),
    wrong('adamUncorrected', null, 'old moments', code({ step: 'state.m[i] / (Math.sqrt(state.v[i]) + epsilon)' })),
    wrong('adamUncorrected', null, 'default beta2 0.99', code({ defaults: { beta2: '0.99' } })),
    wrong('adamUncorrected', null, 'default betas exchanged', code({ defaults: { beta1: '0.999', beta2: '0.9' } })),
    wrong('adamUncorrected', null, 'epsilon of 1e-8', code({ defaults: { epsilon: '1e-8' } })),
    wrong('adamUncorrected', null, 'ascent', code({ step: '-m[i] / (Math.sqrt(v[i]) + epsilon)' })),
    wrong(
      'adamUncorrected',
      null,
      'v of m',
      code({ v: 'beta2 * state.v[i] + (1 - beta2) * (beta1 * state.m[i] + (1 - beta1) * g) ** 2' }),
    ),
    wrong('adamUncorrected', null, 'rate ignored', code({ before: 'learningRate = 0.001;' })),
    wrong(
      'adamUncorrected',
      null,
      'gradient for the momentum',
      code({ step: 'gradient[i] / (Math.sqrt(v[i]) + epsilon)' }),
    ),
    wrong(
      'adamUncorrected',
      null,
      'moments in float32',
      code({}).replace('const m = gradient.map', 'const m = Float32Array.from(gradient).map'),
    ),
    wrong(
      'adamUncorrected',
      null,
      'moments kept between calls',
      `const kept = {};${code({ before: 'state = { ...state, m: state.m.map((v, i) => kept[i] ?? v) };' }).replace('return {', 'm.forEach((x, i) => { kept[i] = x; }); return {')}`,
    ),
  ];
}

function adam(): Honest[] {
  const code = ({
    m = 'beta1 * state.m[i] + (1 - beta1) * g',
    v = 'beta2 * state.v[i] + (1 - beta2) * g * g',
    t = 'state.t + 1',
    mh = 'm[i] / (1 - beta1 ** t)',
    vh = 'v[i] / (1 - beta2 ** t)',
    step = 'mh(i) / (Math.sqrt(vh(i)) + epsilon)',
    result = 'm, v, t',
    defaults = {} as Record<string, string>,
    before = '',
    tail = '= {}',
  }): string => {
    const options = Object.entries({
      learningRate: '0.001',
      beta1: '0.9',
      beta2: '0.999',
      epsilon: '1e-7',
      ...defaults,
    })
      .map(([key, value]) => `${key} = ${value}`)
      .join(', ');
    return `
export function adam(state, gradient, { ${options} } ${tail}) {
  ${before}
  const t = ${t};
  const m = gradient.map((g, i) => ${m}), v = gradient.map((g, i) => ${v});
  const mh = (i) => ${mh}, vh = (i) => ${vh};
  return { theta: state.theta.map((p, i) => p - learningRate * (${step})), ${result} };
}`;
  };
  return [
    right('adam', 'plain', code({})),
    right(
      'adam',
      'corrections by expm1 and log',
      code({
        mh: 'm[i] / -Math.expm1(t * Math.log(beta1 || Number.MIN_VALUE))',
        vh: '-v[i] / Math.expm1(t * Math.log(beta2 || Number.MIN_VALUE))',
      }),
    ),
    right(
      'adam',
      'rate corrected, epsilon scaled along',
      code({
        step: '((Math.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)) * m[i]) / (Math.sqrt(v[i]) + epsilon * Math.sqrt(1 - beta2 ** t))',
      }),
    ),
    right(
      'adam',
      'optimizer class',
      `
class Adam {
  t: number; m: Float64Array; v: Float64Array; theta: Float64Array;
  constructor({ theta, m, v, t }: any, private readonly o: any) { this.t = t; this.theta = new Float64Array(theta); this.m = new Float64Array(m); this.v = new Float64Array(v); }
  step(g: number[]) {
    const { learningRate: lr = 1e-3, beta1: b1 = 0.9, beta2: b2 = 0.999, epsilon: eps = 1e-7 } = this.o ?? {};
    this.t += 1;
    g.forEach((x, i) => {
      this.m[i] += (1 - b1) * (x - this.m[i]);
      this.v[i] += (1 - b2) * (x * x - this.v[i]);
      this.theta[i] -= lr * (this.m[i] / (1 - Math.pow(b1, this.t))) / (Math.sqrt(this.v[i] / (1 - Math.pow(b2, this.t))) + eps);
    });
    const { theta, m, v, t } = this;
    return { theta, m, v, t };
  }
}
export const adam = (state: any, gradient: number[], options?: any) => new Adam(state, options).step(gradient);`,
    ),
    right('adam', 'counts in the state it was given', code({ before: 'state.t += 1;', t: 'state.t' }), 'purity'),
    wrong('adam', 'no-bias-correction', 'raw moments', code({ mh: 'm[i]', vh: 'v[i]' })),
    wrong(
      'adam',
      'corrected-moments-stored',
      'returns the corrected',
      code({ result: 'm: m.map((_, i) => mh(i)), v: v.map((_, i) => vh(i)), t' }),
    ),
    wrong(
      'adam',
      'step-count-late',
      'old t where there is one',
      code({ mh: 'm[i] / (1 - beta1 ** Math.max(1, state.t))', vh: 'v[i] / (1 - beta2 ** Math.max(1, state.t))' }),
    ),
    wrong('adam', 'epsilon-inside', 'under the root', code({ step: 'mh(i) / Math.sqrt(epsilon + vh(i))' })),
    wrong(
      'adam',
      'epsilon-before-correction',
      'rate corrected',
      code({ step: '((Math.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)) * m[i]) / (Math.sqrt(v[i]) + epsilon)' }),
    ),
    wrong('adam', 'betas-swapped', 'each for the other', code({ before: '[beta1, beta2] = [beta2, beta1];' })),
    wrong('adam', 'no-root', 'divides by v', code({ step: 'mh(i) / (epsilon + vh(i))' })),
    wrong('adam', 'step-not-counted', 't comes back', code({ result: 'm, v, t: state.t' })),
    wrong('adam', null, 'first moment corrected only', code({ vh: 'v[i]' })),
    wrong('adam', null, 'second moment corrected only', code({ mh: 'm[i]' })),
    wrong('adam', null, 'corrections without the power', code({ mh: 'm[i] / (1 - beta1)', vh: 'v[i] / (1 - beta2)' })),
    wrong('adam', null, 'corrections times t', code({ mh: 'm[i] / (1 - beta1 * t + (t > 1 ? 2 * beta1 * t : 0))' })),
    wrong('adam', null, 'two steps counted', code({ result: 'm, v, t: t + 1' })),
    wrong('adam', null, 'default beta2 0.99', code({ defaults: { beta2: '0.99' } })),
    wrong('adam', null, 'default epsilon 1e-8', code({ defaults: { epsilon: '1e-8' } })),
    wrong('adam', null, 'epsilon ignored', code({ step: 'mh(i) / Math.sqrt(vh(i) || 1e-30)' })),
    wrong('adam', null, 'ascent', code({ step: '-mh(i) / (Math.sqrt(vh(i)) + epsilon)' })),
    wrong(
      'adam',
      null,
      'corrected only in the first ten steps',
      code({ mh: 't > 10 ? m[i] : m[i] / (1 - beta1 ** t)', vh: 't > 10 ? v[i] : v[i] / (1 - beta2 ** t)' }),
    ),
    wrong('adam', null, 'decoupled weight decay', code({ step: 'mh(i) / (Math.sqrt(vh(i)) + epsilon) + 0.01 * p' })),
    wrong('adam', null, 'beta2 from beta1', code({ before: 'beta2 = 1 - (1 - beta1) / 100;' })),
    wrong('adam', null, 'AMSGrad', code({ vh: 'Math.max(v[i], state.v[i]) / (1 - beta2 ** t)' })),
    wrong('adam', null, 'counts its own steps', `let steps = 0;${code({ t: '++steps' })}`),
    wrong('adam', null, 'no t in the result', code({ result: 'm, v' })),
    throws('adam', 'options must be there', code({ tail: '' })),
    unstable(
      'adam',
      null,
      'power by a product with an end',
      code({
        before:
          'const power = (b, n) => { let p = 1; for (let k = 0; k < Math.min(n, 1000); k++) p *= b; return p; }; if (state.t > 5000) beta2 = Math.min(beta2, 0.5);',
        mh: 'm[i] / (1 - power(beta1, t))',
        vh: 'v[i] / (1 - power(beta2, t))',
      }),
    ),
  ];
}
