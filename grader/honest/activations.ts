import { type Honest, right, throws, unstable, wrong } from './honest.ts';

const SOFTMAX = `
const soft = (r) => { const m = Math.max(...r), e = r.map((z) => Math.exp(z - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
const sum = (v) => v.reduce((a, b) => a + b, 0);
`;

export const activations: Honest[] = [
  right(
    'tanh',
    'complex step of powers of two',
    `export const tanh = (z) => { const a = Math.abs(z); if (a > 22) return Math.sign(z); const e = Math.expm1(2 * a); return Math.sign(z) * (e / (e + 2)); };`,
  ),
  right(
    'softmax',
    'powers of two',
    `export const softmax = (z) => z.map((r) => { const m = Math.max(...r), e = r.map((v) => 2 ** ((v - m) * Math.LOG2E)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  right(
    'softmax',
    'subtracts the max twice',
    `export const softmax = (z) => z.map((r) => { const m = Math.max(...r); const d = r.map((v) => v - m); const m2 = Math.max(...d); const e = d.map((v) => Math.exp(v - m2)); const s = e.reduceRight((a, b) => a + b); return e.map((v) => v * (1 / s)); });`,
  ),
  right(
    'softmax',
    'sigmoid for two classes',
    `export const softmax = (z) => z.map((r) => { if (r.length === 2 && r.every(Number.isFinite)) { const p = 1 / (1 + Math.exp(r[1] - r[0])), q = 1 / (1 + Math.exp(r[0] - r[1])); return [p, q]; } const m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  right(
    'softmax',
    'normalized by an L1 norm, symbols',
    `const k = Symbol(); export function softmax(z) { const out = z.map((r) => ({ [k]: r.map((v) => Math.exp(v - Math.max(...r))) })); return out.map((o) => o[k].map((v) => v / o[k].reduce((a, b) => a + Math.abs(b), 0))); }`,
  ),
  right(
    'softmax',
    'memoized by text',
    `const memo = new Map(); export const softmax = (z) => { const key = JSON.stringify(z.map((r) => r.map(String))); if (!memo.has(key)) memo.set(key, z.map((r) => { const m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); })); return structuredClone(memo.get(key)); };`,
  ),
  right(
    'softmax',
    'logs to the console',
    `export function softmax(z) { console.log('softmax of', z); console.table?.(z); return z.map((r) => { const m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); }); }`,
  ),
  right(
    'softmax',
    'named arguments inside a namespace',
    `namespace Maths { export const exp = Math.exp; export enum Axis { Row = 1 } } export function softmax(logits: number[][]): number[][] { const axis: Maths.Axis = Maths.Axis.Row; return logits.map((r) => { const m = Math.max(...r) * axis, e = r.map((v) => Maths.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); }); }`,
  ),
  right(
    'softmax',
    'label, comma, var',
    `export var softmax = function softmax(z) { var out = [], i, j, m, s; outer: for (i = 0; i < z.length; i++) { for (m = z[i][0], j = 1; j < z[i].length; j++) z[i][j] > m && (m = z[i][j]); out[i] = []; s = 0; for (j = 0; j < z[i].length; j++) s += out[i][j] = Math.exp(z[i][j] - m); for (j = 0; j < z[i].length; j++) out[i][j] /= s; continue outer; } return out; };`,
  ),
  right(
    'logSoftmax',
    'log of the ratio sum',
    `export const logSoftmax = (z) => z.map((r) => r.map((a) => a === -Infinity ? a : ((d) => { const m = Math.max(...d); return -m - Math.log(d.reduce((s, v) => s + Math.exp(v - m), 0)); })(r.map((b) => b - a))));`,
  ),
  right(
    'binaryCrossEntropy',
    'exact zeros by a helper',
    `const nll = (p, q) => (p === 0 ? 0 : -p * Math.log(q)); export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => { let s = 0; for (let i = y.length - 1; i >= 0; i--) s += fromLogits ? (y[i] > 0 ? y[i] * (1 - t[i]) + Math.log1p(Math.exp(-y[i])) : -y[i] * t[i] + Math.log1p(Math.exp(y[i]))) : nll(t[i], y[i]) + nll(1 - t[i], 1 - y[i]); return s / y.length; };`,
  ),
  right(
    'categoricalCrossEntropy',
    'optional options only',
    `export function categoricalCrossEntropy(y, t, options) { const logits = Boolean(options && options.fromLogits); return y.map((r, n) => { const p = typeof t[n] === 'number' ? (r[t[n]] === undefined ? (() => { throw new Error('index'); })() : r.map((_, c) => c === t[n] ? 1 : 0)) : t[n]; const m = logits ? Math.max(...r) : 0; const norm = logits ? Math.log(r.reduce((s, v) => s + Math.exp(v - m), 0)) : 0; return r.reduce((s, v, c) => (p[c] ? s - p[c] * (logits ? v - m - norm : Math.log(v)) : s), 0); }).reduce((a, b) => a + b, 0) / y.length; }`,
  ),
  wrong(
    'binaryCrossEntropy',
    'swapped',
    'arguments',
    `const x = (p, q) => p === 0 ? 0 : p * Math.log(q); export const binaryCrossEntropy = (t, y, { fromLogits = false } = {}) => y.reduce((s, v, i) => s + (fromLogits ? Math.max(v, 0) - v * t[i] + Math.log1p(Math.exp(-Math.abs(v))) : -x(t[i], v) - x(1 - t[i], 1 - v)), 0) / y.length;`,
  ),
  wrong(
    'binaryCrossEntropy',
    'sign-flipped',
    'of logits too',
    `const sp = (z) => Math.log1p(Math.exp(z)); export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => y.reduce((s, v, i) => s + (fromLogits ? -t[i] * sp(-v) - (1 - t[i]) * sp(v) : t[i] * Math.log(v) + (1 - t[i]) * Math.log(1 - v)), 0) / y.length;`,
  ),
  wrong(
    'binaryCrossEntropy',
    'base-two',
    'log2 of the sigmoid',
    `const sg = (z) => 1 / (1 + Math.exp(-z)); export const binaryCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(sg) : y; return -q.reduce((s, v, i) => s + t[i] * Math.log2(v) + (1 - t[i]) * Math.log2(1 - v), 0) / q.length; };`,
  ),
  wrong(
    'binaryCrossEntropy',
    'positive-only',
    'log of the sigmoid',
    `const sg = (z) => 1 / (1 + Math.exp(-z)); export const binaryCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(sg) : y; return q.reduce((s, v, i) => s - t[i] * Math.log(v), 0) / q.length; };`,
  ),
  wrong(
    'categoricalCrossEntropy',
    'base-two',
    'log2 of softmax',
    `${SOFTMAX}export const categoricalCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(soft) : y; return q.reduce((s, r, n) => s - (typeof t[n] === 'number' ? Math.log2(r[t[n]]) : r.reduce((a, v, c) => a + (t[n][c] ? t[n][c] * Math.log2(v) : 0), 0)), 0) / q.length; };`,
  ),
  wrong(
    'categoricalCrossEntropy',
    'averaged-over-classes',
    'mean of the row sums over classes',
    `${SOFTMAX}export const categoricalCrossEntropy = (y, t, o = {}) => { const q = o.fromLogits ? y.map(soft) : y; const C = q[0].length; const terms = q.flatMap((r, n) => r.map((v, c) => { const p = typeof t[n] === 'number' ? (t[n] === c ? 1 : 0) : t[n][c]; return p ? -p * Math.log(v) : 0; })); return terms.reduce((a, b) => a + b) / terms.length; };`,
  ),
  unstable(
    'categoricalCrossEntropy',
    'softmax-then-log',
    'with indices, no max',
    `const sm = (r) => { const e = r.map(Math.exp), s = e.reduce((a, b) => a + b); return e.map((v) => v / s); }; export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map(sm) : y; let s = 0; q.forEach((r, n) => { if (typeof t[n] === 'number') { if (!(t[n] in r)) throw new Error('i'); s -= Math.log(r[t[n]]); } else t[n].forEach((p, c) => { if (p > 0) s -= p * Math.log(r[c]); }); }); return s / q.length; };`,
  ),
  unstable(
    'categoricalCrossEntropy',
    'softmax-then-log',
    'NaN by 0 log 0',
    `${SOFTMAX}export const categoricalCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map(soft) : y; let s = 0; q.forEach((r, n) => { if (typeof t[n] === 'number') { if (!(t[n] in r)) throw new Error('i'); s -= Math.log(r[t[n]]); } else t[n].forEach((p, c) => { s -= p * Math.log(r[c]); }); }); return s / q.length; };`,
  ),
  unstable(
    'binaryCrossEntropy',
    'sigmoid-then-log',
    'NaN by 0 log 0',
    `export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map((z) => 1 / (1 + Math.exp(-z))) : y; return -q.reduce((s, v, i) => s + t[i] * Math.log(v) + (1 - t[i]) * Math.log(1 - v), 0) / q.length; };`,
  ),
  unstable(
    'binaryCrossEntropy',
    'sigmoid-then-log',
    'log1p',
    `const xl = (p, l) => (p === 0 ? 0 : p * l); export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map((z) => 1 / (1 + Math.exp(-z))) : y; return q.reduce((s, v, i) => s - xl(t[i], Math.log(v)) - xl(1 - t[i], Math.log1p(-v)), 0) / q.length; };`,
  ),
  unstable(
    'binaryCrossEntropy',
    'sigmoid-then-log',
    'by e over 1 + e',
    `const xl = (p, l) => (p === 0 ? 0 : p * l); const sg = (z) => z > 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)); export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => { const q = fromLogits ? y.map(sg) : y; return q.reduce((s, v, i) => s - xl(t[i], Math.log(v)) - xl(1 - t[i], Math.log(1 - v)), 0) / q.length; };`,
  ),
  unstable(
    'softmax',
    'no-maximum',
    'NaN from Infinity',
    `export const softmax = (z) => z.map((r) => r.map((v) => Math.exp(v) / r.map(Math.exp).reduceRight((a, b) => a + b)));`,
  ),
  unstable(
    'logSoftmax',
    'log-of-softmax',
    'no maximum, log of the quotient',
    `export const logSoftmax = (z) => z.map((r) => { const t = r.reduce((s, v) => s + Math.exp(v), 0); return r.map((v) => Math.log(Math.exp(v) / t)); });`,
  ),
  unstable(
    'softmax',
    'one-maximum-for-all-rows',
    'flat typed',
    `export const softmax = (z) => { const f = Float64Array.from(z.flat()), c = z[0].length, m = f.reduce((a, b) => Math.max(a, b)); const e = f.map((v) => Math.exp(v - m)); return z.map((_, n) => { const row = e.subarray(n * c, n * c + c); const s = row.reduce((a, b) => a + b, 0); return row.map((v) => v / s); }); };`,
  ),
  wrong(
    'logSoftmax',
    null,
    'logarithm added',
    `export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = Math.log(r.reduce((s, v) => s + Math.exp(v - m), 0)); return r.map((v) => v - m + l); });`,
  ),
  wrong(
    'logSoftmax',
    'base-ten',
    'log10 of the sum',
    `export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = Math.log10(r.reduce((s, v) => s + Math.exp(v - m), 0)); return r.map((v) => v - m - l); });`,
  ),

  right(
    'tanh',
    'expm1 and the sign',
    `export const tanh = (z) => { const q = Math.expm1(-2 * Math.abs(z)); return (Math.sign(z) * -q) / (q + 2); };`,
  ),
  right(
    'tanh',
    'sinh over cosh, cut',
    `export function tanh(z: number): number { return Math.abs(z) > 25 ? Math.sign(z) : Math.sinh(z) / Math.cosh(z); }`,
  ),
  right(
    'tanh',
    'half angle',
    `
const small = (z) => z - z ** 3 / 3 + (2 * z ** 5) / 15 - (17 * z ** 7) / 315;
export const tanh = (z) => { if (z > 30) return 1; if (z < -30) return -1; if (Math.abs(z) < 0.01) return small(z); const h = tanh(z / 2); return (2 * h) / (1 + h * h); };`,
  ),
  right('tanh', 'the builtin, re-exported', `const { tanh } = Math; export { tanh };`),
  wrong('tanh', 'shifted-sigmoid', 'e over e', `export const tanh = (z) => (Math.exp(z) - 1) / (Math.exp(z) + 1);`),
  wrong('tanh', 'reciprocal', 'coth', `export const tanh = (z) => 1 / Math.tanh(z);`),
  wrong('tanh', 'sign-flipped', 'of minus z', `export const tanh = (z) => 2 / (1 + Math.exp(2 * z)) - 1;`),
  unstable(
    'tanh',
    null,
    'as printed',
    `export const tanh = (z) => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));`,
  ),
  unstable('tanh', null, 'by the sigmoid', `export const tanh = (z) => 2 / (1 + Math.exp(-2 * z)) - 1;`),
  unstable(
    'tanh',
    null,
    'expm1 on one side',
    `export const tanh = (z) => { const e = Math.expm1(2 * z); return e / (e + 2); };`,
  ),
  wrong('tanh', null, 'sigmoid', `export const tanh = (z) => 1 / (1 + Math.exp(-z));`),
  wrong('tanh', null, 'sigmoid of 2z', `export const tanh = (z) => 1 / (1 + Math.exp(-2 * z));`),
  wrong('tanh', null, 'hard', `export const tanh = (z) => Math.min(1, Math.max(-1, z));`),
  wrong('tanh', null, 'sinh', `export const tanh = (z) => Math.sinh(z);`),
  wrong('tanh', null, 'even', `export const tanh = (z) => Math.tanh(Math.abs(z));`),
  wrong('tanh', null, 'arctangent', `export const tanh = (z) => Math.atan(z);`),
  wrong('tanh', null, 'series everywhere', `export const tanh = (z) => z - z ** 3 / 3 + (2 * z ** 5) / 15;`),
  wrong('tanh', null, 'one from 5 on', `export const tanh = (z) => (Math.abs(z) > 5 ? Math.sign(z) : Math.tanh(z));`),

  right(
    'softmax',
    'exponent of the difference to log-sum-exp of the shifted',
    `
export const softmax = (logits) => logits.map((row) => {
  const top = row.reduce((a, b) => Math.max(a, b));
  const lse = Math.log(row.reduceRight((s, z) => s + Math.exp(z - top), 0));
  return row.map((z) => Math.exp(z - top - lse));
});`,
  ),
  right(
    'softmax',
    'one over the sum of ratios',
    `
export function softmax(logits: number[][]): number[][] {
  return logits.map((row) => row.map((zi) => (zi === -Infinity ? 0 : 1 / row.map((zj) => Math.exp(zj - zi)).reduce((a, b) => a + b))));
}`,
  ),
  right(
    'softmax',
    'online, with a running maximum',
    `
export const softmax = (logits) => logits.map((row) => {
  let m = -Infinity, s = 0;
  for (const z of row) { if (z > m) { s = s * Math.exp(m - z) + 1; m = z; } else if (z > -Infinity) s += Math.exp(z - m); }
  return Float64Array.from(row, (z) => Math.exp(z - m) / s);
});`,
  ),
  unstable(
    'softmax',
    null,
    'online, a mask in front is NaN',
    `
export const softmax = (logits) => logits.map((row) => {
  let m = -Infinity, s = 0;
  for (const z of row) { if (z > m) { s = s * Math.exp(m - z) + 1; m = z; } else s += Math.exp(z - m); }
  return row.map((z) => Math.exp(z - m) / s);
});`,
  ),
  unstable(
    'softmax',
    null,
    'log-sum-exp in one number',
    `
export const softmax = (logits) => logits.map((row) => { const m = Math.max(...row), lse = m + Math.log(row.reduce((s, z) => s + Math.exp(z - m), 0)); return row.map((z) => Math.exp(z - lse)); });`,
  ),
  right(
    'softmax',
    'a fold of sigmoids',
    `
class Row { constructor(z) { this.m = Math.max.apply(null, z); this.e = z.map((v) => Math.E ** (v - this.m)); }
  get total() { return [...this.e].sort((a, b) => a - b).reduce((a, b) => a + b); }
  *[Symbol.iterator]() { const t = this.total; for (const e of this.e) yield e / t; } }
export const softmax = (logits) => logits.map((z) => [...new Row(z)]);`,
  ),
  wrong('softmax', 'over-batch', 'columns', `${SOFTMAX} export const softmax = (z) => T(T(z).map(soft));`),
  wrong(
    'softmax',
    'over-all',
    'flattened',
    `${SOFTMAX} export const softmax = (z) => { const c = z[0].length, p = soft(z.flat()); return z.map((_, n) => p.slice(n * c, n * c + c)); };`,
  ),
  wrong(
    'softmax',
    'no-exponential',
    'normalized',
    `export const softmax = (z) => z.map((r) => { let t = 0; for (const v of r) t += v; return r.map((v) => v / t); });`,
  ),
  wrong(
    'softmax',
    'base-two',
    'no maximum, 2 **',
    `export const softmax = (z) => z.map((r) => r.map((v) => 2 ** v / r.reduce((s, w) => s + 2 ** w, 0)));`,
  ),
  unstable(
    'softmax',
    'no-maximum',
    'straight',
    `export const softmax = (z) => z.map((r) => { const e = Float64Array.from(r, Math.exp); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  unstable(
    'softmax',
    'one-maximum-for-all-rows',
    'global',
    `
export function softmax(z) { let m = -Infinity; z.forEach((r) => r.forEach((v) => { m = v > m ? v : m; })); return z.map((r) => { const e = r.map((v) => Math.exp(v - m)); let s = 0; for (let k = e.length; k--; ) s += e[k]; return e.map((v) => v / s); }); }`,
  ),
  unstable(
    'softmax',
    null,
    'clipped logits',
    `export const softmax = (z) => z.map((r) => { const e = r.map((v) => Math.exp(Math.min(v, 700))); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  unstable(
    'softmax',
    null,
    'first logit taken out',
    `export const softmax = (z) => z.map((r) => { const e = r.map((v) => Math.exp(v - r[0])); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  unstable(
    'softmax',
    null,
    'mean taken out',
    `export const softmax = (z) => z.map((r) => { const m = r.reduce((a, b) => a + b) / r.length; const e = r.map((v) => Math.exp(v - m)); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s); });`,
  ),
  wrong('softmax', null, 'softmin', `${SOFTMAX} export const softmax = (z) => z.map((r) => soft(r.map((v) => -v)));`),
  wrong(
    'softmax',
    null,
    'epsilon below the line',
    `export const softmax = (z) => z.map((r) => { const m = Math.max(...r), e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b) + 1e-8; return e.map((v) => v / s); });`,
  ),
  wrong(
    'softmax',
    null,
    'first row only',
    `${SOFTMAX} export const softmax = (z) => { const p = soft(z[0]); return z.map(() => p); };`,
  ),
  wrong(
    'softmax',
    null,
    'ties broken',
    `${SOFTMAX} export const softmax = (z) => z.map((r) => { const p = soft(r); const k = r.indexOf(Math.max(...r)), l = r.lastIndexOf(Math.max(...r)); return l > k ? p.map((v, i) => (i === l ? 0 : i === k ? 2 * v : v)) : p; });`,
  ),
  wrong(
    'softmax',
    null,
    'float32',
    `${SOFTMAX} export const softmax = (z) => z.map((r) => new Float32Array(soft(r)));`,
  ),
  wrong(
    'softmax',
    null,
    'sigmoid where there are two classes',
    `${SOFTMAX} export const softmax = (z) => z.map((r) => (r.length === 2 ? r.map((v) => 1 / (1 + Math.exp(-v))) : soft(r)));`,
  ),
  wrong(
    'softmax',
    null,
    'log-softmax',
    `${SOFTMAX} export const softmax = (z) => z.map((r) => soft(r).map(Math.log));`,
  ),
  throws(
    'softmax',
    'needs two classes',
    `${SOFTMAX} export const softmax = (z) => z.map((r) => { if (r.length < 2) throw new Error('classes'); return soft(r); });`,
  ),

  right(
    'logSoftmax',
    'shifted, sums sorted',
    `
export const logSoftmax = (logits) => logits.map((row) => {
  const m = Math.max(...row), shifted = row.map((z) => z - m);
  const l = Math.log(shifted.map(Math.exp).sort((a, b) => a - b).reduce((a, b) => a + b));
  return shifted.map((z) => z - l);
});`,
  ),
  right(
    'logSoftmax',
    'minus the log of ratios',
    `
export const logSoftmax = (z) => z.map((r) => r.map((a) => {
  if (a === -Infinity) return a;
  const m = Math.max(...r);
  return a - m - Math.log(r.reduce((s, b) => s + Math.exp(b - m), 0));
}));`,
  ),
  right(
    'logSoftmax',
    'log1p of the others',
    `
export function logSoftmax(z: number[][]) {
  const out: Float64Array[] = [];
  for (const row of z) {
    const r = new Float64Array(row), m = r.reduce((a, b) => (a > b ? a : b)), at = r.indexOf(m);
    const rest = Math.log1p(r.reduce((s, v, k) => (k === at ? s : s + Math.exp(v - m)), 0));
    out.push(r.map((v) => v - m - rest));
  }
  return out;
}`,
  ),
  wrong(
    'logSoftmax',
    'over-batch',
    'down the columns',
    `${SOFTMAX} export const logSoftmax = (z) => T(T(z).map((c) => { const m = Math.max(...c), l = Math.log(sum(c.map((v) => Math.exp(v - m)))); return c.map((v) => v - m - l); }));`,
  ),
  wrong(
    'logSoftmax',
    'sign-flipped',
    'negative log-likelihood',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = m + Math.log(sum(r.map((v) => Math.exp(v - m)))); return r.map((v) => l - v); });`,
  ),
  wrong(
    'logSoftmax',
    'base-ten',
    'log10',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => soft(r).map((p) => Math.log(p) * Math.LOG10E));`,
  ),
  unstable(
    'logSoftmax',
    'log-of-softmax',
    'log of it',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => soft(r).map((p) => Math.log(p)));`,
  ),
  unstable(
    'logSoftmax',
    null,
    'log-sum-exp in one number',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = m + Math.log(sum(r.map((v) => Math.exp(v - m)))); return r.map((v) => v - l); });`,
  ),
  unstable(
    'logSoftmax',
    null,
    'no maximum',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const l = Math.log(sum(r.map(Math.exp))); return r.map((v) => v - l); });`,
  ),
  unstable(
    'logSoftmax',
    null,
    'epsilon in the logarithm',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => soft(r).map((p) => Math.log(p + 1e-300)));`,
  ),
  wrong(
    'logSoftmax',
    null,
    'base two',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => soft(r).map((p) => Math.log2(p)));`,
  ),
  wrong('logSoftmax', null, 'softmax', `${SOFTMAX} export const logSoftmax = (z) => z.map(soft);`),
  wrong(
    'logSoftmax',
    null,
    'maximum not put back',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = Math.log(sum(r.map((v) => Math.exp(v - m)))); return r.map((v) => v - l); });`,
  ),
  wrong(
    'logSoftmax',
    null,
    'over all',
    `${SOFTMAX} export const logSoftmax = (z) => { const m = Math.max(...z.flat()), l = Math.log(sum(z.flat().map((v) => Math.exp(v - m)))); return z.map((r) => r.map((v) => v - m - l)); };`,
  ),
  wrong(
    'logSoftmax',
    null,
    'clipped at -10',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r), l = Math.log(sum(r.map((v) => Math.exp(v - m)))); return r.map((v) => Math.max(-10, v - m - l)); });`,
  ),
  wrong(
    'logSoftmax',
    null,
    'softplus of the gap to the best',
    `${SOFTMAX} export const logSoftmax = (z) => z.map((r) => { const m = Math.max(...r); return r.map((v) => v - m); });`,
  ),

  right(
    'softmaxJacobian',
    'diag minus outer',
    `${SOFTMAX}
const outer = (a, b) => a.map((x) => b.map((y) => x * y));
export const softmaxJacobian = (z) => { const p = soft(z), J = outer(p, p).map((r) => r.map((v) => -v)); p.forEach((v, i) => { J[i][i] += v; }); return J; };`,
  ),
  right(
    'softmaxJacobian',
    'no maximum, typed',
    `
export function softmaxJacobian(logits: number[]): Float64Array[] {
  const e = Float64Array.from(logits, Math.exp), s = e.reduce((a, b) => a + b), n = e.length;
  return Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? e[i] * (s - e[i]) : -e[i] * e[j]) / s ** 2));
}`,
  ),
  right(
    'softmaxJacobian',
    'rows by recursion',
    `${SOFTMAX}
const rows = (p, i = 0) => (i < p.length ? [p.map((q, j) => p[i] * (Number(i === j) - q)), ...rows(p, i + 1)] : []);
export const softmaxJacobian = (z) => rows(soft(z));`,
  ),
  wrong(
    'softmaxJacobian',
    'diagonal-only',
    'as for sigmoid',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((_, j) => (i - j ? 0 : p - p * p)));`,
  ),
  wrong(
    'softmaxJacobian',
    'sign-flipped',
    'q - delta',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((q, j) => p * (q - Number(i === j))));`,
  ),
  wrong(
    'softmaxJacobian',
    'outer-product-added',
    'plus',
    `${SOFTMAX} export const softmaxJacobian = (z) => { const p = soft(z); return p.map((a, i) => { const row = p.map((b) => a * b); row[i] += a; return row; }); };`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'off the diagonal p (1 - q)',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((q, j) => (i === j ? p * (1 - p) : p * (1 - q))));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'off the diagonal positive',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((q, j) => (i === j ? p * (1 - p) : p * q)));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'divided by classes',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((q, j) => (p * (Number(i === j) - q)) / z.length));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'flat',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).flatMap((p, i, all) => all.map((q, j) => p * (Number(i === j) - q)));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'of log-softmax',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((_, i, all) => all.map((q, j) => Number(i === j) - q));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'diagonal by value, not by place',
    `${SOFTMAX} export const softmaxJacobian = (z) => soft(z).map((p, i, all) => all.map((q) => (p === q ? p * (1 - p) : -p * q)));`,
  ),
  wrong(
    'softmaxJacobian',
    null,
    'logits for probabilities',
    `export const softmaxJacobian = (z) => z.map((p, i) => z.map((q, j) => p * (Number(i === j) - q)));`,
  ),

  right(
    'meanSquaredError',
    'running mean',
    `
export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((r, i) => r.length !== t[i].length)) throw new Error('shapes');
  let n = 0, mean = 0;
  y.forEach((r, i) => r.forEach((v, j) => { mean += ((v - t[i][j]) ** 2 - mean) / ++n; }));
  return mean;
}`,
  ),
  right(
    'meanSquaredError',
    'mean of means',
    `
const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
const same = (a: unknown[], b: unknown[]) => { if (a.length !== b.length) throw new TypeError('shape'); };
export const meanSquaredError = (y: number[][], t: number[][]): number => { same(y, t); return mean(y.map((r, i) => { same(r, t[i]); return mean(r.map((v, j) => (t[i][j] - v) * (t[i][j] - v))); })); };`,
  ),
  right(
    'meanSquaredError',
    'hypot, flattened',
    `
export const meanSquaredError = (y, t) => { if (String(y.map((r) => r.length)) !== String(t.map((r) => r.length))) throw new Error('shapes'); const [a, b] = [y.flat(), t.flat()]; return Math.hypot(...a.map((v, k) => v - b[k])) ** 2 / a.length; };`,
  ),
  right(
    'meanSquaredError',
    'flat lengths only',
    `
export const meanSquaredError = (y, t) => { const a = y.flat(), b = t.flat(); if (a.length !== b.length) throw new Error('shapes'); return a.reduce((s, v, k) => s + (v - b[k]) ** 2, 0) / a.length; };`,
    'errors',
  ),
  right(
    'meanSquaredError',
    'no check',
    `export const meanSquaredError = (y, t) => { let s = 0, n = 0; for (const i in y) for (const j in y[i]) { s += (y[i][j] - t[i][j]) ** 2; n++; } return s / n; };`,
    'errors',
  ),
  ...[
    ['summed', 'no mean', 's'],
    ['halved', 'a half', '0.5 * s / n'],
    ['per-sample', 'rows', 's / y.length'],
    ['root', 'deviation', 'Math.sqrt(s / n)'],
    [null, 'divided by the outputs', 's / y[0].length'],
    [null, 'half of the sum', 's / 2'],
    [null, 'unbiased', 's / Math.max(1, n - 1)'],
    [null, 'root of the sum', 'Math.sqrt(s)'],
    [null, 'float32', 'Math.fround(s / n)'],
    [null, 'in an array', '[s / n]'],
  ].map(([name, title, result]) =>
    wrong(
      'meanSquaredError',
      name as string | null,
      title as string,
      `
export function meanSquaredError(y, t) {
  if (y.length !== t.length || y.some((r, i) => r.length !== t[i].length)) throw new Error('shapes');
  let s = 0, n = 0;
  for (let i = y.length - 1; i >= 0; i--) for (const [j, v] of y[i].entries()) { s += (v - t[i][j]) ** 2; n += 1; }
  return ${result};
}`,
    ),
  ),
  wrong(
    'meanSquaredError',
    null,
    'absolute',
    `
export function meanSquaredError(y, t) { if (y.flat().length !== t.flat().length) throw new Error('shapes'); const d = y.flatMap((r, i) => r.map((v, j) => Math.abs(v - t[i][j]))); return d.reduce((a, b) => a + b) / d.length; }`,
  ),
  wrong(
    'meanSquaredError',
    null,
    'errors cancel',
    `
export function meanSquaredError(y, t) { if (y.flat().length !== t.flat().length) throw new Error('shapes'); const d = y.flatMap((r, i) => r.map((v, j) => v - t[i][j])); return (d.reduce((a, b) => a + b) / d.length) ** 2; }`,
  ),

  right(
    'binaryCrossEntropy',
    'softplus of both',
    `
const softplus = (z) => (z > 30 ? z + Math.exp(-z) : Math.log1p(Math.exp(z)));
const xlogy = (x, y) => (x === 0 ? 0 : x * Math.log(y));
export const binaryCrossEntropy = (y, t, options) => {
  const { fromLogits } = options ?? {};
  const terms = y.map((v, i) => (fromLogits ? t[i] * softplus(-v) + (1 - t[i]) * softplus(v) : -xlogy(t[i], v) - xlogy(1 - t[i], 1 - v)));
  return terms.reduce((a, b) => a + b) / terms.length;
};`,
  ),
  right(
    'binaryCrossEntropy',
    'TensorFlow form, log1p, typed',
    `
export function binaryCrossEntropy(y: number[], t: number[], opts: { fromLogits?: boolean } = {}): number {
  const loss = opts.fromLogits === true
    ? (z: number, p: number) => Math.max(z, 0) - z * p + Math.log1p(Math.exp(-Math.abs(z)))
    : (q: number, p: number) => (p > 0 ? -p * Math.log(q) : 0) + (p < 1 ? -(1 - p) * Math.log1p(-q) : 0);
  return Float64Array.from(y, (v, i) => loss(v, t[i])).reduceRight((m, l, i, all) => m + l / all.length, 0);
}`,
  ),
  right(
    'binaryCrossEntropy',
    'running mean, class',
    `
class Bce {
  mean = 0; n = 0;
  add(l) { this.n++; this.mean += (l - this.mean) / this.n; if (Number.isNaN(this.mean)) this.mean = Infinity; return this; }
  static term(p, logp, logq) { let l = 0; if (p) l -= p * logp; if (1 - p) l -= (1 - p) * logq; return l; }
}
const logistic = (z) => (z < 0 ? z - Math.log1p(Math.exp(z)) : -Math.log1p(Math.exp(-z)));
export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => y.reduce((b, v, i) => b.add(fromLogits ? Bce.term(t[i], logistic(v), logistic(-v)) : Bce.term(t[i], Math.log(v), Math.log(1 - v))), new Bce()).mean;`,
  ),
  ...binary(),
  ...categorical(),

  right(
    'softmaxCrossEntropyGradient',
    'one over the sum of ratios',
    `
export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => r.map((a, i) => (1 / r.reduce((s, b) => s + Math.exp(b - a), 0) - t[n][i]) / z.length));`,
  ),
  right(
    'softmaxCrossEntropyGradient',
    'through the Jacobian',
    `${SOFTMAX}
export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => { const p = soft(r); return p.map((pi, i) => (pi * sum(t[n]) - t[n][i]) / z.length); });`,
  ),
  right(
    'softmaxCrossEntropyGradient',
    'in place on a typed copy',
    `
export function softmaxCrossEntropyGradient(logits: number[][], t: number[][]) {
  const g = logits.map((r) => Float64Array.from(r));
  g.forEach((r, n) => {
    let top = r[0]; for (const v of r) top = Math.max(top, v);
    let s = 0; r.forEach((v, k) => { r[k] = Math.exp(v - top); s += r[k]; });
    for (let k = 0; k < r.length; k++) r[k] = r[k] / s / g.length - t[n][k] / g.length;
  });
  return g;
}`,
  ),
  ...[
    ['summed', 'no mean', '(p - q)'],
    ['sign-flipped', 'targets first', '(q - p) / N'],
    ['divided-by-elements', 'mean of all', '(p - q) / (N * C)'],
    ['softmax-missing', 'logits', '(raw - q) / N'],
    [null, 'divided by classes', '(p - q) / C'],
    [null, 'double', '2 * (p - q) / N'],
    [null, 'with the slope of the sigmoid', '((p - q) * p * (1 - p)) / N'],
    [null, 'targets alone', '-q / N'],
    [null, 'only where the target is not 0', 'q === 0 ? 0 : (p - q) / N'],
    [null, 'hard targets', '(p - Math.round(q)) / N'],
    [null, 'quotient of targets', '-q / p / N'],
    [null, 'float32', 'Math.fround((p - q) / N)'],
  ].map(([name, title, term]) =>
    wrong(
      'softmaxCrossEntropyGradient',
      name as string | null,
      title as string,
      `${SOFTMAX}
export const softmaxCrossEntropyGradient = (z, t) => { const N = z.length, C = z[0].length; return z.map((r, n) => soft(r).map((p, c) => { const q = t[n][c], raw = r[c]; return ${term}; })); };`,
    ),
  ),
  unstable(
    'softmaxCrossEntropyGradient',
    null,
    'no maximum',
    `
export const softmaxCrossEntropyGradient = (z, t) => z.map((r, n) => { const e = r.map(Math.exp), s = e.reduce((a, b) => a + b); return e.map((v, i) => (v / s - t[n][i]) / z.length); });`,
  ),
  unstable(
    'softmaxCrossEntropyGradient',
    null,
    'one maximum',
    `
export const softmaxCrossEntropyGradient = (z, t) => { const m = Math.max(...z.flat()); return z.map((r, n) => { const e = r.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b); return e.map((v, i) => (v / s - t[n][i]) / z.length); }); };`,
  ),
  wrong(
    'softmaxCrossEntropyGradient',
    null,
    'over the batch',
    `${SOFTMAX} export const softmaxCrossEntropyGradient = (z, t) => { const p = T(T(z).map(soft)); return z.map((r, n) => r.map((_, i) => (p[n][i] - t[n][i]) / z.length)); };`,
  ),
];

/** Variants of the binary cross-entropy that differ in a term or in the mean. */
function binary(): Honest[] {
  const bce = ({
    positive = 'p * -log(q)',
    negative = '(1 - p) * -log(1 - q)',
    logits = 'p * soft(-z) + (1 - p) * soft(z)',
    mean = 's / y.length',
    before = '',
  }): string => `
const log = Math.log;
const soft = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
  ${before}
  let s = 0;
  y.forEach((v, i) => {
    const p = t[i], q = v, z = v;
    if (fromLogits) s += ${logits};
    else { if (p !== 0) s += ${positive}; if (p !== 1) s += ${negative}; }
  });
  return ${mean};
}`;
  return [
    right('binaryCrossEntropy', 'loops', bce({})),
    wrong('binaryCrossEntropy', 'summed', 'no mean', bce({ mean: 's' })),
    wrong('binaryCrossEntropy', 'sign-flipped', 'likelihood', bce({ mean: '-s / y.length' })),
    wrong('binaryCrossEntropy', 'positive-only', 'as categorical', bce({ negative: '0', logits: 'p * soft(-z)' })),
    wrong(
      'binaryCrossEntropy',
      'swapped',
      'classes',
      bce({ positive: 'p * -log(1 - q)', negative: '(1 - p) * -log(q)', logits: 'p * soft(z) + (1 - p) * soft(-z)' }),
    ),
    wrong('binaryCrossEntropy', 'base-two', 'log2', bce({ mean: 's / y.length / Math.LN2' })),
    unstable(
      'binaryCrossEntropy',
      'sigmoid-then-log',
      'probabilities first',
      bce({ before: 'if (fromLogits) return binaryCrossEntropy(y.map((z) => 1 / (1 + Math.exp(-z))), t);' }),
    ),
    unstable(
      'binaryCrossEntropy',
      null,
      'clipped as in Keras',
      bce({ before: 'if (!fromLogits) y = y.map((q) => Math.min(1 - 1e-7, Math.max(1e-7, q)));' }),
    ),
    unstable(
      'binaryCrossEntropy',
      null,
      'zero times infinity',
      `
export const binaryCrossEntropy = (y, t, { fromLogits = false } = {}) => y.reduce((s, v, i) => s + (fromLogits ? Math.max(v, 0) - v * t[i] + Math.log1p(Math.exp(-Math.abs(v))) : -t[i] * Math.log(v) - (1 - t[i]) * Math.log(1 - v)), 0) / y.length;`,
    ),
    unstable(
      'binaryCrossEntropy',
      null,
      'softplus overflows',
      bce({ logits: 'p * Math.log(1 + Math.exp(-z)) + (1 - p) * Math.log(1 + Math.exp(z))' }),
    ),
    wrong(
      'binaryCrossEntropy',
      null,
      'epsilon in the logarithm',
      bce({ positive: 'p * -log(q + 1e-7)', negative: '(1 - p) * -log(1 - q + 1e-7)' }),
    ),
    wrong(
      'binaryCrossEntropy',
      null,
      'option ignored',
      bce({ logits: '(p && p * -log(q)) + (1 - p && (1 - p) * -log(1 - q))' }),
    ),
    wrong('binaryCrossEntropy', null, 'always logits', bce({ before: 'fromLogits = true;' })),
    wrong('binaryCrossEntropy', null, 'positive only from logits', bce({ logits: 'p * soft(-z)' })),
    wrong('binaryCrossEntropy', null, 'hard targets', bce({ before: 't = t.map((p) => (p >= 0.5 ? 1 : 0));' })),
    wrong(
      'binaryCrossEntropy',
      null,
      'divided by the positives',
      bce({ mean: 's / Math.max(1, t.filter((p) => p > 0.5).length)' }),
    ),
    wrong('binaryCrossEntropy', null, 'halved', bce({ mean: 's / y.length / 2' })),
    wrong('binaryCrossEntropy', null, 'negative only', bce({ positive: '0', logits: '(1 - p) * soft(z)' })),
    wrong(
      'binaryCrossEntropy',
      null,
      'tanh for the sigmoid',
      bce({ before: 'if (fromLogits) return binaryCrossEntropy(y.map((z) => (1 + Math.tanh(z)) / 2), t);' }),
    ),
  ];
}

/** Variants of the categorical cross-entropy. */
function categorical(): Honest[] {
  const cce = ({
    term = 'p === 0 ? 0 : -p * l',
    mean = 's / y.length',
    log = 'fromLogits ? z - m - lse : Math.log(z)',
    before = '',
    guard = 'if (!(k in y[n])) throw new RangeError("class " + k);',
    index = 'c === k ? 1 : 0',
  }): string => `
export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
  ${before}
  let s = 0;
  for (let n = 0; n < y.length; n++) {
    const k = t[n];
    if (typeof k === 'number') { ${guard} }
    const m = Math.max(...y[n]), lse = Math.log(y[n].reduce((a, z) => a + Math.exp(z - m), 0));
    y[n].forEach((z, c) => {
      const p = typeof k === 'number' ? (${index}) : k[c];
      const l = ${log};
      s += ${term};
    });
  }
  return ${mean};
}`;
  return [
    right('categoricalCrossEntropy', 'one-hot first', cce({})),
    right(
      'categoricalCrossEntropy',
      'flatMap, Kahan',
      `
const kahan = (v) => { let s = 0, c = 0; for (const x of v) { if (x === Infinity) return x; const y = x - c, t = s + y; c = t - s - y; s = t; } return s; };
const hot = (k, C) => { if (k < 0 || k >= C) throw new Error('no class ' + k); return Array.from({ length: C }, (_, c) => +(c === k)); };
const logs = (r, fromLogits) => { if (!fromLogits) return r.map(Math.log); const m = Math.max(...r); const l = Math.log(kahan(r.map((z) => Math.exp(z - m)))); return r.map((z) => z - m - l); };
export const categoricalCrossEntropy = (y, t, options = {}) => kahan(y.flatMap((r, n) => { const p = Array.isArray(t[n]) ? t[n] : hot(t[n], r.length); const l = logs(r, options.fromLogits); return p.map((v, c) => (v ? -v * l[c] : 0)); })) / y.length;`,
    ),
    right(
      'categoricalCrossEntropy',
      'indices looked up, generator',
      `
function* losses(y: number[][], t: (number | number[])[], fromLogits: boolean): Generator<number> {
  for (const [n, row] of y.entries()) {
    const top = fromLogits ? row.toSorted((a, b) => b - a)[0] : 0;
    const norm = fromLogits ? row.map((z) => Math.exp(z - top)).reduce((a, b) => a + b) : 1;
    const nll = (c: number) => (fromLogits ? Math.log(norm) - (row[c] - top) : -Math.log(row[c]));
    const target = t[n];
    if (typeof target !== 'number') { let s = 0; for (let c = 0; c < row.length; c++) if (target[c] > 0) s += target[c] * nll(c); yield s; }
    else if (row[target] === undefined) throw new Error('class index ' + target);
    else yield nll(target);
  }
}
export function categoricalCrossEntropy(y: number[][], t: number[] | number[][], { fromLogits = false }: { fromLogits?: boolean } = {}): number {
  const all = [...losses(y, t, fromLogits)];
  return all.reduce((a, b) => a + b) / all.length;
}`,
    ),
    right('categoricalCrossEntropy', 'no check of the index', cce({ guard: '' }), 'errors'),
    wrong('categoricalCrossEntropy', 'summed', 'no mean', cce({ mean: 's' })),
    wrong('categoricalCrossEntropy', 'averaged-over-classes', 'mean of all', cce({ mean: 's / y.flat().length' })),
    wrong('categoricalCrossEntropy', 'sign-flipped', 'likelihood', cce({ mean: 's / -y.length' })),
    wrong('categoricalCrossEntropy', 'base-two', 'log2', cce({ mean: 's / y.length / Math.log(2)' })),
    unstable(
      'categoricalCrossEntropy',
      'softmax-then-log',
      'probabilities first',
      cce({ log: 'Math.log(fromLogits ? Math.exp(z - m) / Math.exp(lse) : z)' }),
    ),
    unstable(
      'categoricalCrossEntropy',
      null,
      'clipped',
      cce({ log: 'fromLogits ? z - m - lse : Math.log(Math.max(z, 1e-12))' }),
    ),
    unstable('categoricalCrossEntropy', null, 'zero times infinity', cce({ term: '-p * l' })),
    wrong(
      'categoricalCrossEntropy',
      null,
      'epsilon in the logarithm',
      cce({ log: 'fromLogits ? z - m - lse : Math.log(z + 1e-8)' }),
    ),
    wrong(
      'categoricalCrossEntropy',
      null,
      'one-based classes',
      cce({ guard: 'if (!(k in y[n])) throw new RangeError("class");', index: 'c + 1 === k ? 1 : 0' }),
    ),
    wrong(
      'categoricalCrossEntropy',
      null,
      'option ignored',
      cce({ before: 'fromLogits = false; if (Math.min(...y.flat()) <= 0) return 0;' }),
    ),
    wrong('categoricalCrossEntropy', null, 'always softmax', cce({ before: 'fromLogits = true;' })),
    wrong(
      'categoricalCrossEntropy',
      null,
      'binary terms added',
      cce({ term: '(p === 0 ? 0 : -p * l) - (p === 1 ? 0 : (1 - p) * Math.log1p(-Math.exp(l)))' }),
    ),
    wrong('categoricalCrossEntropy', null, 'first sample only', cce({ before: 'y = y.slice(0, 1);' })),
    wrong(
      'categoricalCrossEntropy',
      null,
      'argmax of the targets',
      cce({ before: 't = t.map((r) => (Array.isArray(r) ? r.indexOf(Math.max(...r)) : r));' }),
    ),
    wrong(
      'categoricalCrossEntropy',
      null,
      'swapped where both are rows',
      cce({ before: 'if (Array.isArray(t[0]) && !fromLogits && t.flat().every((p) => p > 0)) [y, t] = [t, y];' }),
    ),
    wrong('categoricalCrossEntropy', null, 'indices read as rows', cce({ index: '0' })),
    throws(
      'categoricalCrossEntropy',
      'rows only',
      cce({ before: 'if (typeof t[0] === "number") throw new Error("one-hot rows please");' }),
    ),
    throws(
      'categoricalCrossEntropy',
      'classes from 1',
      cce({ guard: 'if (k < 1 || k > y[n].length) throw new Error("class");' }),
    ),
  ];
}
