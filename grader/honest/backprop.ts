import { right, throws, unstable, wrong } from './honest.ts';

const S = `const s = (z) => 1 / (1 + Math.exp(-z));\n`;

export const backprop = [
  right('sigmoid', 'power of two', `export const sigmoid = (z) => 1 / (1 + 2 ** (-z * Math.LOG2E));`),
  right(
    'sigmoid',
    'exp of minus log1p',
    `export const sigmoid = (z) => z < 0 ? Math.exp(z - Math.log1p(Math.exp(z))) : Math.exp(-Math.log1p(Math.exp(-z)));`,
  ),
  right(
    'sigmoidDerivative',
    'exp of logs',
    `export const sigmoidDerivative = (z) => { const a = Math.abs(z); return Math.exp(-a - 2 * Math.log1p(Math.exp(-a))); };`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'right where square',
    `${S}export const hiddenDelta = (dn, w, d) => d.map((z, i) => dn.reduce((p, e, k) => p + e * w[i][d.length === dn.length ? k : 0], 0) * s(z) * s(-z));`,
  ),
  wrong(
    'hiddenDelta',
    'weights-transposed',
    'right where not square',
    `${S}export const hiddenDelta = (dn, w, d) => d.map((z, i) => dn.reduce((p, e, k) => p + e * (d.length === dn.length ? w[k][i] : w[i][k]), 0) * s(z) * s(-z));`,
  ),
  wrong(
    'hiddenDelta',
    'weights-transposed',
    'throws unless square',
    `${S}export const hiddenDelta = (dn, w, d) => { if (d.length !== dn.length) throw new Error('x'); return d.map((z, i) => dn.reduce((p, e, k) => p + e * w[k][i], 0) * s(z) * s(-z)); };`,
  ),
  wrong(
    'hiddenDelta',
    'bias-row-first',
    'index plus one',
    `${S}export const hiddenDelta = (dn, w, d) => Array.from(d, (z, i) => s(z) * (1 - s(z)) * w[i + 1].map((v, k) => v * dn[k]).reduce((p, q) => p + q));`,
  ),

  right('sigmoid', 'by tanh', `export const sigmoid = (z) => (1 + Math.tanh(z / 2)) / 2;`),
  right(
    'sigmoid',
    'two branches',
    `
export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}`,
  ),
  right(
    'sigmoid',
    'power of e, class',
    `
abstract class Activation { abstract of(z: number): number; }
class Logistic extends Activation { override of(z: number) { return (1 + Math.E ** -z) ** -1; } }
export const sigmoid = (z: number): number => new Logistic().of(z);`,
  ),
  right(
    'sigmoid',
    'by expm1',
    `export { logistic as sigmoid }; function logistic(z) { if (z > 0) return 1 - logistic(-z); const m = Math.expm1(z); return (m + 1) / (m + 2); }`,
  ),
  wrong(
    'sigmoid',
    'sign-flipped',
    'of the other sign',
    `export const sigmoid = (z) => (z > 0 ? Math.exp(-z) / (1 + Math.exp(-z)) : 1 / (1 + Math.exp(z)));`,
  ),
  wrong(
    'sigmoid',
    'tanh-instead',
    'two over one plus',
    `export const sigmoid = (z) => 2 / (1 + Math.exp(-2 * z)) - 1;`,
  ),
  unstable(
    'sigmoid',
    null,
    'quotient of powers',
    `export const sigmoid = (z) => { const e = Math.exp(z); return e / (e + 1); };`,
  ),
  unstable(
    'sigmoid',
    null,
    'throws where it overflows',
    `export const sigmoid = (z) => { const e = Math.exp(-z); if (e === Infinity) throw new RangeError('too small'); return 1 / (1 + e); };`,
  ),
  wrong(
    'sigmoid',
    null,
    'clipped drive',
    `export const sigmoid = (z) => 1 / (1 + Math.exp(-Math.min(6, Math.max(-6, z))));`,
  ),
  wrong('sigmoid', null, 'hard sigmoid', `export const sigmoid = (z) => Math.min(1, Math.max(0, 0.2 * z + 0.5));`),
  wrong('sigmoid', null, 'float32', `export const sigmoid = (z) => Math.fround(1 / (1 + Math.exp(-z)));`),
  wrong('sigmoid', null, 'short e', `export const sigmoid = (z) => 1 / (1 + 2.71828 ** -z);`),
  wrong('sigmoid', null, 'tanh shifted without the half', `export const sigmoid = (z) => (1 + Math.tanh(z)) / 2;`),
  wrong(
    'sigmoid',
    null,
    'rounded to ten digits',
    `export const sigmoid = (z) => +(1 / (1 + Math.exp(-z))).toFixed(10);`,
  ),
  wrong(
    'sigmoid',
    null,
    'a table of published values',
    `
const table = new Map([[0, 0.5], [1, 0.7310585786300049], [-1, 0.2689414213699951], [2, 0.8807970779778823], [Math.log(3), 0.75]]);
export const sigmoid = (z) => table.get(z) ?? 0.5;`,
  ),
  unstable(
    'sigmoid',
    null,
    'NaN for -1e308',
    `export const sigmoid = (z) => { const w = z * 10; return 1 / (1 + Math.exp(w - w - z)); };`,
  ),

  right(
    'sigmoidDerivative',
    'hyperbolic cosine',
    `export const sigmoidDerivative = (z) => 1 / (2 + 2 * Math.cosh(z));`,
  ),
  right(
    'sigmoidDerivative',
    'product of both tails',
    `
const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z) => s(z) * s(-z);`,
  ),
  right(
    'sigmoidDerivative',
    'sech squared',
    `export function sigmoidDerivative(z: number) { const sech = 1 / Math.cosh(z / 2); return (sech * sech) / 4; }`,
  ),
  right(
    'sigmoidDerivative',
    'symmetric power',
    `export const sigmoidDerivative = (z, e = Math.exp(-Math.abs(z))) => e / (1 + e) ** 2;`,
  ),
  wrong(
    'sigmoidDerivative',
    'takes-activation',
    'parabola',
    `export const sigmoidDerivative = (a) => 0.25 - (a - 0.5) ** 2;`,
  ),
  wrong(
    'sigmoidDerivative',
    'square',
    'squared sigmoid',
    `export const sigmoidDerivative = (z) => (1 + Math.exp(-z)) ** -2;`,
  ),
  unstable(
    'sigmoidDerivative',
    null,
    's (1 - s)',
    `export function sigmoidDerivative(z) { const a = 1 / (1 + Math.exp(-z)); return a * (1 - a); }`,
  ),
  unstable(
    'sigmoidDerivative',
    null,
    'a minus its square, by tanh',
    `export const sigmoidDerivative = (z) => (1 - Math.tanh(z / 2) ** 2) / 4;`,
  ),
  unstable(
    'sigmoidDerivative',
    null,
    'e over square, one sided',
    `export const sigmoidDerivative = (z) => Math.exp(z) / (1 + Math.exp(z)) ** 2;`,
  ),
  wrong('sigmoidDerivative', null, 'slope of tanh', `export const sigmoidDerivative = (z) => 1 / Math.cosh(z) ** 2;`),
  wrong(
    'sigmoidDerivative',
    null,
    'central difference',
    `
const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z, h = 1e-5) => (s(z + h) - s(z - h)) / (2 * h);`,
  ),
  wrong(
    'sigmoidDerivative',
    null,
    'negative slope left of 0',
    `export const sigmoidDerivative = (z) => { const e = Math.exp(-Math.abs(z)); return ((z < 0 ? -1 : 1) * e) / (1 + e) ** 2; };`,
  ),
  wrong(
    'sigmoidDerivative',
    null,
    'of the activation of the activation',
    `
const s = (z) => 1 / (1 + Math.exp(-z));
export const sigmoidDerivative = (z) => s(s(z)) * s(-s(z));`,
  ),

  right('relu', 'half of the sum', `export const relu = (z) => (z + Math.abs(z)) / 2;`),
  right('relu', 'times a boolean', `export const relu = (z: number) => z * Number(z > 0);`),
  right('relu', 'sorts', `export const relu = (...z) => [0, ...z].sort((a, b) => a - b).pop();`),
  wrong('relu', 'leaky', 'a hundredth', `export function relu(z) { return Math.max(z, z / 100); }`),
  wrong('relu', 'leaky', 'two tenths', `export function relu(z) { return z < 0 ? 0.2 * z : z; }`),
  wrong('relu', 'absolute', 'root of square', `export const relu = (z) => Math.sqrt(z * z);`),
  wrong('relu', null, 'false below', `export const relu = (z) => z > 0 && z;`),
  wrong('relu', null, 'softplus', `export const relu = (z) => Math.log1p(Math.exp(z));`),
  wrong('relu', null, 'cut at 6', `export const relu = (z) => Math.min(6, Math.max(0, z));`),
  wrong('relu', null, 'step', `export const relu = (z) => (z > 0 ? 1 : 0);`),
  wrong('relu', null, 'the other side', `export const relu = (z) => Math.min(0, z);`),
  wrong('relu', null, 'elu', `export const relu = (z) => (z > 0 ? z : Math.expm1(z));`),
  wrong('relu', null, 'minus the negative part', `export const relu = (z) => Math.max(0, -z);`),
  wrong('relu', null, 'whole numbers', `export const relu = (z) => (z > 0 ? z | 0 : 0);`),

  right(
    'reluDerivative',
    'sign table',
    `export const reluDerivative = (z, atZero = 1) => [0, atZero, 1][1 + Math.sign(z)];`,
  ),
  right(
    'reluDerivative',
    'arguments',
    `export function reluDerivative(z) { if (z) return +(z > 0); return arguments.length < 2 ? 1 : arguments[1]; }`,
  ),
  right(
    'reluDerivative',
    'nullish',
    `export const reluDerivative = (z: number, ...[slope]: [number?]) => { switch (true) { case z > 0: return 1; case z < 0: return 0; default: return slope ?? 1; } };`,
  ),
  wrong(
    'reluDerivative',
    'returns-z',
    'relu itself',
    `export const reluDerivative = (z, atZero = 1) => (z === 0 ? atZero : Math.max(0, z));`,
  ),
  wrong('reluDerivative', 'returns-z', 'plain relu', `export const reluDerivative = (z) => Math.max(z, 0);`),
  wrong('reluDerivative', 'at-zero-fixed', 'always 1', `export const reluDerivative = (z) => Number(z >= 0);`),
  wrong('reluDerivative', 'at-zero-fixed', 'always 0', `export const reluDerivative = (z) => (z > 0 ? 1 : 0);`),
  wrong(
    'reluDerivative',
    'at-zero-fixed',
    'always a half',
    `export const reluDerivative = (z) => (Math.sign(z) + 1) / 2;`,
  ),
  wrong(
    'reluDerivative',
    'sign-output',
    'odd',
    `export const reluDerivative = (z, atZero = 1) => (z > 0 ? 1 : z < 0 ? -1 : atZero);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'default 0',
    `export const reluDerivative = (z, atZero = 0) => (z > 0 ? 1 : z < 0 ? 0 : atZero);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'falsy option',
    `export const reluDerivative = (z, atZero) => (z > 0 ? 1 : z < 0 ? 0 : atZero || 1);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'leaky slope',
    `export const reluDerivative = (z, atZero = 1) => (z > 0 ? 1 : z < 0 ? 0.01 : atZero);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'swapped sides',
    `export const reluDerivative = (z, atZero = 1) => (z < 0 ? 1 : z > 0 ? 0 : atZero);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'at zero for all that is small',
    `export const reluDerivative = (z, atZero = 1) => (Math.abs(z) < 0.01 ? atZero : z > 0 ? 1 : 0);`,
  ),
  wrong(
    'reluDerivative',
    null,
    'at zero for the whole left',
    `export const reluDerivative = (z, atZero = 1) => (z > 0 ? 1 : atZero);`,
  ),

  right(
    'gradientDescentStep',
    'Float64Array',
    `
export const gradientDescentStep = (w: number[], gradient: number[], learningRate: number) => {
  if (w.length - gradient.length) throw new Error('w and gradient');
  return Float64Array.from(w.keys(), (i) => w[i] - gradient[i] * learningRate);
};`,
  ),
  right(
    'gradientDescentStep',
    'recursion',
    `
export function gradientDescentStep([w, ...ws], [g, ...gs], a) {
  if ((w === undefined) !== (g === undefined)) throw new TypeError('not of one length');
  return w === undefined ? [] : [w - a * g].concat(ws.length || gs.length ? gradientDescentStep(ws, gs, a) : []);
}`,
  ),
  right(
    'gradientDescentStep',
    'subtracts on a copy',
    `
export const gradientDescentStep = (w, gradient, learningRate) => {
  const copy = structuredClone(w);
  if (copy.length !== gradient.length) throw Error();
  gradient.forEach((g, i) => void (copy[i] -= learningRate * g));
  return copy;
};`,
  ),
  right(
    'gradientDescentStep',
    'in place',
    `
export const gradientDescentStep = (w, gradient, learningRate) => {
  if (w.length !== gradient.length) throw Error();
  for (let i = 0; i < w.length; i++) w[i] -= learningRate * gradient[i];
  return w;
};`,
    'purity',
  ),
  right(
    'gradientDescentStep',
    'no check',
    `export const gradientDescentStep = (w, g, a) => w.map((v, i) => v - a * g[i]);`,
    'errors',
  ),
  wrong(
    'gradientDescentStep',
    'ascent',
    'minus a minus',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - -a * g[i]); };`,
  ),
  wrong(
    'gradientDescentStep',
    'learning-rate-ignored',
    'rate of 1',
    `
export const gradientDescentStep = (w, g) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - g[i]); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'rate of a hundredth',
    `
const RATE = 0.01;
export const gradientDescentStep = (w, g) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - RATE * g[i]); };`,
  ),
  wrong(
    'gradientDescentStep',
    'multiplicative',
    'product',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v * g[i] * a); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'multiplicative update',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v * (1 - a * g[i])); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'sign of the gradient',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - a * Math.sign(g[i])); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'averaged gradient',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - (a * g[i]) / g.length); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'gradient of the first weight',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v) => v - a * g[0]); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'the change alone',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return g.map((v) => -a * v); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'float32',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return Float32Array.from(w, (v, i) => v - a * g[i]); };`,
  ),
  wrong(
    'gradientDescentStep',
    null,
    'rate above 1 cut',
    `
export const gradientDescentStep = (w, g, a) => { if (w.length !== g.length) throw Error(); return w.map((v, i) => v - Math.min(a, 1) * g[i]); };`,
  ),

  right(
    'outputDelta',
    'y (1 - y)',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (a - t[i]) * a * (1 - a));`,
  ),
  right(
    'outputDelta',
    'sech',
    `
enum Loss { mse = 'mse', half = 'half' }
export function outputDelta(y: number[], t: number[], d: number[], loss: \`\${Loss}\` = Loss.mse): Float64Array {
  const out = new Float64Array(d.length);
  for (const [k, drive] of d.entries()) out[k] = (y[k] - t[k]) / (4 * Math.cosh(drive / 2) ** 2);
  return loss === Loss.half ? out : out.map((v) => (2 * v) / d.length);
}`,
  ),
  right(
    'outputDelta',
    'minus of t - y',
    `
const factor = { half: () => -1, mse: (m) => -2 / m };
const slope = (z) => { const p = 1 / (1 + Math.exp(-z)); return p - p * p; };
export const outputDelta = (...args) => { const [y, t, d, loss] = args; return t.map((target, i) => factor[loss ?? 'mse'](t.length) * (target - y[i]) * slope(d[i])); };`,
  ),
  wrong(
    'outputDelta',
    'sign-flipped',
    't - y',
    `
export const outputDelta = (y, t, d, loss = 'mse') => { const c = loss == 'half' ? 1 : 2 / d.length; return y.map((a, i) => c * (t[i] - a) * (a - a ** 2)); };`,
  ),
  wrong(
    'outputDelta',
    'derivative-at-activation',
    'sigmoid applied again',
    `
const sig = (z) => 1 / (1 + Math.exp(-z)); const prime = (z) => sig(z) * sig(-z);
export const outputDelta = (y, t, d, loss = 'mse') => d.map((_, i) => ((y[i] - t[i]) * prime(y[i]) * (loss === 'half' ? y.length : 2)) / y.length);`,
  ),
  wrong(
    'outputDelta',
    'derivative-missing',
    'error alone',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'half' ? a - t[i] : (2 * (a - t[i])) / y.length));`,
  ),
  wrong(
    'outputDelta',
    'factor-missing',
    'never a factor',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (a - t[i]) * a * (1 - a));`,
  ),
  wrong(
    'outputDelta',
    'loss-ignored',
    'always mse',
    `
export const outputDelta = (y, t) => y.map((a, i) => ((a - t[i]) * a * (1 - a)) / (y.length / 2));`,
  ),
  wrong(
    'outputDelta',
    null,
    'default half',
    `
export const outputDelta = (y, t, d, loss = 'half') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (a - t[i]) * a * (1 - a));`,
  ),
  wrong(
    'outputDelta',
    null,
    '2 instead of 2/m',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 : 1) * (a - t[i]) * a * (1 - a));`,
  ),
  wrong(
    'outputDelta',
    null,
    'half halves',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 0.5) * (a - t[i]) * a * (1 - a));`,
  ),
  wrong(
    'outputDelta',
    null,
    'd (1 - d)',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (a - t[i]) * d[i] * (1 - d[i]));`,
  ),
  wrong(
    'outputDelta',
    null,
    'error taken of the drive',
    `
export const outputDelta = (y, t, d, loss = 'mse') => y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (d[i] - t[i]) * a * (1 - a));`,
  ),
  wrong(
    'outputDelta',
    null,
    'one scalar for all',
    `
export const outputDelta = (y, t, d, loss = 'mse') => { const all = y.map((a, i) => (loss === 'mse' ? 2 / y.length : 1) * (a - t[i]) * a * (1 - a)); return all.reduce((p, q) => p + q); };`,
  ),

  right(
    'hiddenDelta',
    'matrix product with the transpose',
    `
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
export const hiddenDelta = (deltaNext, wNext, d) => {
  const [...w] = wNext; w.pop();
  const back = T(w).reduce((acc, column, k) => acc.map((a, i) => a + column[i] * deltaNext[k]), d.map(() => 0));
  return back.map((e, i) => { const a = 1 / (1 + Math.exp(-d[i])); return e * a * (1 - a); });
};`,
  ),
  right(
    'hiddenDelta',
    'over the drives, cosh, from the end',
    `
export function hiddenDelta(deltaNext: number[], wNext: number[][], d: number[]): Float64Array {
  return new Float64Array(d).map((z, i) => {
    let s = 0;
    for (let k = deltaNext.length - 1; k >= 0; k--) s += wNext[i][k] * deltaNext[k];
    return s / (2 + 2 * Math.cosh(z));
  });
}`,
  ),
  right(
    'hiddenDelta',
    'Kahan',
    `
const dot = (a, b) => { let sum = 0, c = 0; for (let i = 0; i < a.length; i++) { const y = a[i] * b[i] - c, t = sum + y; c = t - sum - y; sum = t; } return sum; };
const slope = (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2;
export const hiddenDelta = (deltaNext, wNext, d) => wNext.slice(0, -1).map((row, i) => dot(row, deltaNext) * slope(d[i]));`,
  ),
  wrong(
    'hiddenDelta',
    'bias-row-first',
    'slice from 1',
    `
export const hiddenDelta = (deltaNext, [, ...w], d) => w.map((row, i) => { const a = 1 / (1 + Math.exp(-d[i])); return a * (1 - a) * row.reduce((s, v, k) => s + v * deltaNext[k], 0); });`,
  ),
  wrong(
    'hiddenDelta',
    'weights-transposed',
    'columns',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => { let e = 0; deltaNext.forEach((dk, k) => { e += dk * wNext[k]?.[i]; }); return e * s(z) * s(-z); });`,
  ),
  wrong(
    'hiddenDelta',
    'derivative-missing',
    'weighted sum alone',
    `
export const hiddenDelta = (deltaNext, wNext, d) => d.map((_, i) => deltaNext.map((e, k) => e * wNext[i][k]).reduceRight((p, q) => p + q, 0));`,
  ),
  wrong(
    'hiddenDelta',
    'derivative-at-activation',
    's of s',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => { const a = s(z); return deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * s(a) * (1 - s(a)); });`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'd (1 - d)',
    `
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * z * (1 - z));`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'averaged over the next units',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => (deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * s(z) * s(-z)) / deltaNext.length);`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'first next unit only',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext[0] * wNext[i][0] * s(z) * s(-z));`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'biases added',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * (wNext[i][k] + wNext.at(-1)[k]), 0) * s(z) * s(-z));`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'sign',
    `${S}
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => -deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * s(z) * s(-z));`,
  ),
  wrong(
    'hiddenDelta',
    null,
    'tanh units',
    `
export const hiddenDelta = (deltaNext, wNext, d) => d.map((z, i) => deltaNext.reduce((p, e, k) => p + e * wNext[i][k], 0) * (1 - Math.tanh(z) ** 2));`,
  ),

  right(
    'weightGradient',
    'outer products summed',
    `
const outer = (a, d) => a.map((x) => d.map((y) => x * y));
const add = (p, q) => p.map((r, j) => r.map((v, i) => v + q[j][i]));
export const weightGradient = (deltas, activations, reduction = 'mean') => {
  const total = deltas.map((d, n) => outer(activations[n], d)).reduce(add);
  return reduction === 'sum' ? total : total.map((r) => r.map((v) => v / deltas.length));
};`,
  ),
  right(
    'weightGradient',
    'running mean in typed rows',
    `
export function weightGradient(deltas: number[][], activations: number[][], reduction?: 'mean' | 'sum'): Float64Array[] {
  const g = activations[0].map(() => new Float64Array(deltas[0].length));
  deltas.forEach((d, n) => g.forEach((row, j) => { for (const i of row.keys()) row[i] += (d[i] * activations[n][j] - row[i]) / (n + 1); }));
  if (reduction === 'sum') for (const row of g) for (const i of row.keys()) row[i] *= deltas.length;
  return g;
}`,
  ),
  right(
    'weightGradient',
    'transposed product, divided beforehand',
    `
const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduceRight((s, v, k) => s + v * b[k][j], 0)));
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
export const weightGradient = (deltas, activations, reduction = 'mean') => { const scale = { mean: 1 / deltas.length, sum: 1 }[reduction]; return mm(T(activations), deltas.map((r) => r.map((v) => v * scale))); };`,
  ),
  wrong(
    'weightGradient',
    'transposed',
    'deltas first',
    `
export const weightGradient = (deltas, activations, reduction = 'mean') => deltas[0].map((_, i) => activations[0].map((_, j) => deltas.reduce((s, d, n) => s + d[i] * activations[n][j], 0) / (reduction === 'mean' ? deltas.length : 1)));`,
  ),
  wrong(
    'weightGradient',
    'summed',
    'reduction ignored',
    `
export const weightGradient = (d, a) => { const g = a[0].map(() => Array(d[0].length).fill(0)); for (let n = d.length; n--; ) g.forEach((r, j) => r.forEach((_, i) => { r[i] += a[n][j] * d[n][i]; })); return g; };`,
  ),
  wrong(
    'weightGradient',
    'divided-by-units',
    'length of a row',
    `
export const weightGradient = (d, a, reduction = 'mean') => a[0].map((_, j) => d[0].map((_, i) => { let s = 0; for (const n in d) s += d[n][i] * a[n][j]; return reduction === 'sum' ? s : s / d[0].length; }));`,
  ),
  wrong(
    'weightGradient',
    null,
    'default sum',
    `
export const weightGradient = (d, a, reduction = 'sum') => a[0].map((_, j) => d[0].map((_, i) => d.reduce((s, r, n) => s + r[i] * a[n][j], 0) / (reduction === 'mean' ? d.length : 1)));`,
  ),
  wrong(
    'weightGradient',
    null,
    'always the mean',
    `
export const weightGradient = (d, a) => a[0].map((_, j) => d[0].map((_, i) => d.reduce((s, r, n) => s + r[i] * a[n][j], 0) / d.length));`,
  ),
  wrong(
    'weightGradient',
    null,
    'first sample only',
    `
export const weightGradient = (d, a) => a[0].map((x) => d[0].map((y) => x * y));`,
  ),
  wrong(
    'weightGradient',
    null,
    'last of the batch left out above 2',
    `
export const weightGradient = (d, a, reduction = 'mean') => a[0].map((_, j) => d[0].map((_, i) => d.slice(0, d.length > 2 ? -1 : undefined).reduce((s, r, n) => s + r[i] * a[n][j], 0) / (reduction === 'mean' ? d.length : 1)));`,
  ),
  wrong(
    'weightGradient',
    null,
    'one less than the batch',
    `
export const weightGradient = (d, a, reduction = 'mean') => a[0].map((_, j) => d[0].map((_, i) => d.reduce((s, r, n) => s + r[i] * a[n][j], 0) / (reduction === 'mean' ? Math.max(1, d.length - 1) : 1)));`,
  ),
  wrong(
    'weightGradient',
    null,
    'shared rows',
    `
export const weightGradient = (d, a, reduction = 'mean') => { const g = Array(a[0].length).fill(Array(d[0].length).fill(0)); d.forEach((r, n) => r.forEach((v, i) => a[n].forEach((x, j) => { g[j][i] += (v * x) / (reduction === 'mean' ? d.length : 1); }))); return g; };`,
  ),
  wrong(
    'weightGradient',
    null,
    'with a bias row',
    `
export const weightGradient = (d, a, reduction = 'mean') => [...a[0], 1].map((_, j) => d[0].map((_, i) => d.reduce((s, r, n) => s + r[i] * (a[n][j] ?? 1), 0) / (reduction === 'mean' ? d.length : 1)));`,
  ),

  right(
    'biasGradient',
    'Welford',
    `
export const biasGradient = (deltas, reduction = 'mean') => deltas.reduce((m, r, n) => m.map((v, i) => v + (r[i] - v) / (n + 1)), deltas[0].map(() => 0)).map((v) => (reduction === 'sum' ? v * deltas.length : v));`,
  ),
  right(
    'biasGradient',
    'generator of columns',
    `
function* columns(m: number[][]) { for (let j = 0; j < m[0].length; j++) yield m.map((r) => r[j]); }
const sum = ([head, ...tail]: number[]): number => (tail.length ? head + sum(tail) : head);
export function biasGradient(deltas: number[][], reduction: 'mean' | 'sum' = 'mean') { return Array.from(columns(deltas), sum).map((s) => (reduction === 'mean' ? s / deltas.length : s)); }`,
  ),
  right(
    'biasGradient',
    'Float64Array, bitwise',
    `
export function biasGradient(deltas, how) { const n = how === 'sum' ? 1 : deltas.length; const g = new Float64Array(deltas[0].length); for (let b = deltas.length; ~--b; ) for (let i = 0; i < g.length; ++i) g[i] += deltas[b][i] / n; return g; }`,
  ),
  wrong(
    'biasGradient',
    'summed',
    'plain sum',
    `export const biasGradient = (d) => d.reduceRight((s, r) => s.map((v, i) => v + r[i]));`,
  ),
  wrong(
    'biasGradient',
    'over-units',
    'rows',
    `export const biasGradient = (d, reduction = 'mean') => d.map((r) => r.reduce((p, q) => p + q) / (reduction === 'mean' ? r.length : 1));`,
  ),
  wrong(
    'biasGradient',
    null,
    'default sum',
    `export const biasGradient = (d, reduction = 'sum') => d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / (reduction === 'mean' ? d.length : 1));`,
  ),
  wrong(
    'biasGradient',
    null,
    'divided by units',
    `export const biasGradient = (d, reduction = 'mean') => d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / (reduction === 'mean' ? d[0].length : 1));`,
  ),
  wrong(
    'biasGradient',
    null,
    'always the mean',
    `export const biasGradient = (d) => d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / d.length);`,
  ),
  wrong(
    'biasGradient',
    null,
    'as a row',
    `export const biasGradient = (d, reduction = 'mean') => [d[0].map((_, i) => d.reduce((s, r) => s + r[i], 0) / (reduction === 'mean' ? d.length : 1))];`,
  ),
  wrong(
    'biasGradient',
    null,
    'median',
    `export const biasGradient = (d, reduction = 'mean') => d[0].map((_, i) => { const c = d.map((r) => r[i]).sort((a, b) => a - b); const h = c.length >> 1; return reduction === 'sum' ? c.reduce((p, q) => p + q) : c.length % 2 ? c[h] : (c[h] + c[h - 1]) / 2; });`,
  ),
  wrong(
    'biasGradient',
    null,
    'a number',
    `export const biasGradient = (d, reduction = 'mean') => d.flat().reduce((p, q) => p + q) / (reduction === 'mean' ? d.length : 1);`,
  ),
  wrong(
    'biasGradient',
    null,
    'truncated',
    `export const biasGradient = (d, reduction = 'mean') => d[0].map((_, i) => (d.reduce((s, r) => s + r[i] * 1e6, 0) | 0) / 1e6 / (reduction === 'mean' ? d.length : 1));`,
  ),

  right(
    'backprop',
    'recursion per layer',
    `${S}
const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((q, v, k) => q + v * b[k][j], 0)));
const T = (m) => m[0].map((_, j) => m.map((r) => r[j]));
function pass(a, t, [layer, ...rest], n) {
  if (!layer) return { grads: [], da: a.map((r, k) => r.map((y, j) => (y - t[k][j]) / n)) };
  const y = mm(a, layer.w).map((r) => r.map((z, j) => s(z + layer.b[j])));
  const { grads, da } = pass(y, t, rest, n);
  const delta = da.map((r, k) => r.map((v, j) => v * y[k][j] * (1 - y[k][j])));
  return { grads: [{ w: mm(T(a), delta), b: T(delta).map((c) => c.reduce((p, q) => p + q)) }, ...grads], da: mm(delta, T(layer.w)) };
}
export const backprop = (x, t, layers) => pass(x, t, layers, x.length).grads;`,
  ),
  right(
    'backprop',
    'sample by sample, typed arrays',
    `
type Layer = { w: number[][]; b: number[] };
export function backprop(x: number[][], t: number[][], layers: Layer[]) {
  const G = layers.map(({ w, b }) => ({ w: w.map((r) => new Float64Array(r.length)), b: new Float64Array(b.length) }));
  for (let n = 0; n < x.length; n++) {
    const a: Float64Array[] = [Float64Array.from(x[n])];
    for (const { w, b } of layers) {
      const z = Float64Array.from(b), prev = a[a.length - 1];
      for (let j = 0; j < z.length; j++) { for (let i = 0; i < prev.length; i++) z[j] += prev[i] * w[i][j]; z[j] = (1 + Math.tanh(z[j] / 2)) / 2; }
      a.push(z);
    }
    let e = a[layers.length].map((y, j) => y - t[n][j]);
    for (let l = layers.length; l-- > 0; ) {
      const out = a[l + 1], inp = a[l], d = e.map((v, j) => v * out[j] * (1 - out[j]));
      d.forEach((v, j) => { G[l].b[j] += v / x.length; inp.forEach((u, i) => { G[l].w[i][j] += (u * v) / x.length; }); });
      e = inp.map((_, i) => d.reduce((q, v, j) => q + v * layers[l].w[i][j], 0));
    }
  }
  return G;
}`,
  ),
  right(
    'backprop',
    'a tape',
    `
class Var { grad = 0; constructor(public value: number, public parents: [Var, number][] = []) {} }
const mul = (a: Var, b: Var) => new Var(a.value * b.value, [[a, b.value], [b, a.value]]);
const add = (...v: Var[]) => new Var(v.reduce((s, q) => s + q.value, 0), v.map((q) => [q, 1]));
const sigma = (a: Var) => { const y = 1 / (1 + Math.exp(-a.value)); return new Var(y, [[a, y * (1 - y)]]); };
export const backprop = (x: number[][], t: number[][], layers: { w: number[][]; b: number[] }[]) => {
  const tape: Var[] = [];
  const keep = (v: Var) => { tape.push(v); return v; };
  const P = layers.map(({ w, b }) => ({ w: w.map((r) => r.map((v) => new Var(v))), b: b.map((v) => new Var(v)) }));
  x.forEach((row, n) => {
    let a = row.map((v) => new Var(v));
    for (const { w, b } of P) a = b.map((c, j) => keep(sigma(keep(add(c, ...a.map((v, i) => keep(mul(v, w[i][j]))))))));
    a.forEach((y, j) => { y.grad += (y.value - t[n][j]) / x.length; });
  });
  for (const v of tape.reverse()) for (const [p, slope] of v.parents) p.grad += v.grad * slope;
  return P.map(({ w, b }) => ({ w: w.map((r) => r.map((v) => v.grad)), b: b.map((v) => v.grad) }));
};`,
  ),
  ...backpropVariants(),
];

/** A right backward pass with places to put something else. */
function plain({
  slope = 'y * (1 - y)',
  inner = 'a * (1 - a)',
  scale = '1 / x.length',
  error = 'y - t[n][j]',
  extra = '',
} = {}): string {
  return `${S}
export function backprop(x, t, layers) {
  ${extra}
  const acts = [x];
  for (const { w, b } of layers) acts.push(acts.at(-1).map((r) => b.map((c, j) => s(w.reduce((q, row, i) => q + row[j] * r[i], c)))));
  let delta = acts.at(-1).map((r, n) => r.map((y, j) => (${error}) * (${slope})));
  const out = [];
  for (let l = layers.length - 1; l >= 0; l--) {
    const input = acts[l], d = delta, last = l === layers.length - 1;
    out.unshift({
      w: layers[l].w.map((r, i) => r.map((_, j) => d.reduce((q, e, n) => q + e[j] * input[n][i], 0) * (${scale}))),
      b: layers[l].b.map((_, j) => d.reduce((q, e) => q + e[j], 0) * (${scale})),
    });
    delta = input.map((r, n) => r.map((a, i) => d[n].reduce((q, e, j) => q + e * layers[l].w[i][j], 0) * (${inner})));
  }
  return out;
}`;
}

function backpropVariants() {
  return [
    wrong('backprop', 'summed', 'no division', plain({ scale: '1' })),
    wrong('backprop', 'output-derivative-missing', 'as for cross-entropy', plain({ slope: '1' })),
    wrong('backprop', 'hidden-derivative-missing', 'products of weights', plain({ inner: '1' })),
    wrong('backprop', 'sign-flipped', 'target minus output', plain({ error: 't[n][j] - y' })),
    wrong('backprop', 'factor-two', 'no half', plain({ error: '2 * y - 2 * t[n][j]' })),
    wrong('backprop', null, 'divided by the outputs too', plain({ scale: '1 / (x.length * t[0].length)' })),
    wrong('backprop', null, 'both derivatives missing', plain({ slope: '1', inner: '1' })),
    wrong('backprop', null, 'summed and with the opposite sign', plain({ scale: '-1' })),
    wrong(
      'backprop',
      null,
      'biases without the mean',
      plain({}).replace(/(b: layers\[l\]\.b.*) \* \(1 \/ x.length\)/, '$1'),
    ),
    wrong('backprop', null, 'biases of zero', plain({}).replace('q + e[j], 0)', 'q, 0)')),
    wrong(
      'backprop',
      null,
      'derivative at the activation',
      plain({ slope: 's(y) * (1 - s(y))', inner: 's(a) * (1 - s(a))' }),
    ),
    wrong('backprop', null, 'wrong beyond two layers only', plain({ inner: 'a * (1 - (l > 1 ? 0 : a))' })),
    wrong('backprop', null, 'halved', plain({ error: '(y - t[n][j]) / 2' })),
    wrong('backprop', null, 'layers in reverse', plain({}).replace('out.unshift', 'out.push')),
    throws(
      'backprop',
      'needs a hidden layer',
      plain({ extra: 'if (layers.length < 2) throw new Error("no hidden layer");' }),
    ),
    right('trainMlp', 'immutable fold', train({})),
    right(
      'trainMlp',
      'in place on a clone',
      train({
        body: `
  const net = structuredClone(layers);
  for (let k = 0; k < steps; k++) {
    const g = gradients(x, t, net);
    net.forEach(({ w, b }, l) => { w.forEach((r, i) => r.forEach((_, j) => { r[j] -= learningRate * g[l].w[i][j]; })); b.forEach((_, j) => { b[j] -= learningRate * g[l].b[j]; }); });
  }
  return net;`,
      }),
    ),
    right(
      'trainMlp',
      'class with recursion',
      `${train({}).replace('export function trainMlp', 'function step')}
class Trainer {
  constructor(x, t, rate) { Object.assign(this, { x, t, rate }); }
  run(net, left) { return left > 0 ? this.run(step(this.x, this.t, net, { learningRate: this.rate, steps: 1 }), left - 1) : net; }
}
export const trainMlp = (x, t, layers, { learningRate: rate, steps = 0 }) => new Trainer(x, t, rate).run(layers, steps);`,
    ),
    right(
      'trainMlp',
      'in place',
      train({
        body: `
  for (let k = 0; k < steps; k++) {
    const g = gradients(x, t, layers);
    layers.forEach(({ w, b }, l) => { w.forEach((r, i) => r.forEach((_, j) => { r[j] -= learningRate * g[l].w[i][j]; })); b.forEach((_, j) => { b[j] -= learningRate * g[l].b[j]; }); });
  }
  return layers;`,
      }),
      'purity',
    ),
    wrong('trainMlp', 'ascent', 'targets the wrong way', train({ rate: '-learningRate' })),
    wrong('trainMlp', 'one-step-short', 'from 1', train({ from: '1' })),
    wrong('trainMlp', 'summed', 'rate times batch', train({ rate: 'learningRate * x.length' })),
    wrong(
      'trainMlp',
      'updated-weights-in-backward-pass',
      'moves while going back',
      `${S}
export function trainMlp(x, t, layers, { learningRate, steps }) {
  const net = structuredClone(layers), N = x.length;
  for (let k = 0; k < steps; k++) {
    const a = [x];
    for (const { w, b } of net) a.push(a.at(-1).map((r) => b.map((c, j) => s(r.reduce((q, v, i) => q + v * w[i][j], c)))));
    let e = a.at(-1).map((r, n) => r.map((y, j) => (y - t[n][j]) / N));
    for (let l = net.length - 1; l >= 0; l--) {
      const d = e.map((r, n) => r.map((v, j) => v * a[l + 1][n][j] * (1 - a[l + 1][n][j])));
      for (let n = 0; n < N; n++) d[n].forEach((v, j) => { net[l].b[j] -= learningRate * v; a[l][n].forEach((u, i) => { net[l].w[i][j] -= learningRate * u * v; }); });
      e = a[l].map((r, n) => r.map((_, i) => d[n].reduce((q, v, j) => q + v * net[l].w[i][j], 0)));
    }
  }
  return net;
}`,
    ),
    wrong('trainMlp', null, 'one step too many', train({ from: '-1' })),
    wrong(
      'trainMlp',
      null,
      'stochastic',
      `${train({}).replace('export function trainMlp', 'function full')}
export const trainMlp = (x, t, layers, { learningRate, steps }) => { let net = layers; for (let k = 0; k < steps; k++) net = full([x[k % x.length]], [t[k % x.length]], net, { learningRate, steps: 1 }); return net; };`,
    ),
    wrong(
      'trainMlp',
      null,
      'biases stay',
      train({
        body: `
  let net = layers;
  for (let k = 0; k < steps; k++) { const g = gradients(x, t, net); net = net.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - learningRate * g[l].w[i][j])), b })); }
  return net;`,
      }),
    ),
    wrong('trainMlp', null, 'double loss', train({ rate: '2 * learningRate' })),
    wrong(
      'trainMlp',
      null,
      'gradient computed once',
      train({
        body: `
  const g = gradients(x, t, layers);
  return layers.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - steps * learningRate * g[l].w[i][j])), b: b.map((v, j) => v - steps * learningRate * g[l].b[j]) }));`,
      }),
    ),
    wrong('trainMlp', null, 'rate decays', train({ rate: 'learningRate / (k + 1)' })),
    wrong('trainMlp', null, 'at least one step', train({ from: 'Math.min(0, steps - 1)' })),
    wrong('trainMlp', null, 'learning rate of 0.1', train({ rate: '0.1' })),
    wrong('trainMlp', null, 'only the last layer learns', train({ rate: '(l === net.length - 1 ? learningRate : 0)' })),
  ];
}

function train({ rate = 'learningRate', from = '0', body = '' }): string {
  return `${plain({}).replace('export function backprop', 'function gradients')}
export function trainMlp(x, t, layers, { learningRate, steps }) {
  ${
    body ||
    `let net = layers;
  for (let k = ${from}; k < steps; k++) {
    const g = gradients(x, t, net);
    net = net.map(({ w, b }, l) => ({ w: w.map((r, i) => r.map((v, j) => v - ${rate} * g[l].w[i][j])), b: b.map((v, j) => v - ${rate} * g[l].b[j]) }));
  }
  return net;`
  }
}`;
}
