import { type Honest, right, throws, unstable, wrong } from './honest.ts';

export const autoencoders: Honest[] = [
  right(
    'klStandardNormal',
    'log of the variance',
    `export const klStandardNormal = (m, lv) => m.map((r, n) => r.reduce((s, mu, k) => { const v = Math.exp(lv[n][k]); return s + (mu * mu + v - lv[n][k] - 1); }, 0) / 2).reduce((a, b) => a + b) / m.length;`,
  ),
  wrong(
    'vaeLoss',
    null,
    'beta on both',
    `export const vaeLoss = (x, y, m, lv, { beta = 1 } = {}) => beta * x.reduce((s, r, n) => s + r.reduce((q, v, d) => q + (v - y[n][d]) ** 2, 0) + m[n].reduce((q, mu, k) => q + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0), 0) / x.length;`,
  ),
  wrong(
    'klStandardNormal',
    null,
    'summed over the batch',
    `export const klStandardNormal = (m, lv) => m.reduce((s, r, n) => s + r.reduce((q, mu, k) => q + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0), 0);`,
  ),
  wrong(
    'klStandardNormal',
    'deviation-for-variance',
    'sigma throughout',
    `export const klStandardNormal = (m, lv) => m.reduce((s, r, n) => s + r.reduce((q, mu, k) => { const sd = Math.exp(lv[n][k] / 2); return q + 0.5 * (mu ** 2 + sd - 1 - Math.log(sd)); }, 0), 0) / m.length;`,
  ),
  ...reparameterize(),
  ...kl(),
  ...vae(),
];

function reparameterize(): Honest[] {
  const terms: [string | null, string, string][] = [
    ['variance-for-deviation', 'e^lv', 'mu + e * Math.exp(lv)'],
    ['log-variance-for-deviation', 'lv itself', 'mu + e * lv'],
    ['half-missing', 'e^2lv', 'mu + e * Math.exp(lv) ** 2'],
    ['noise-ignored', 'mean', 'mu'],
    [null, 'minus', 'mu - e * Math.exp(lv / 2)'],
    [null, 'root of lv', 'mu + e * Math.sqrt(Math.abs(lv))'],
    [null, 'base two', 'mu + e * 2 ** (lv / 2)'],
    [null, 'inverse deviation', 'mu + e * Math.exp(-lv / 2)'],
    [null, 'mean scaled too', '(mu + e) * Math.exp(lv / 2)'],
    [null, 'noise alone', 'e * Math.exp(lv / 2)'],
    [null, 'half of e^lv', 'mu + e * 0.5 * Math.exp(lv)'],
    [null, 'half of lv', 'mu + (e * lv) / 2'],
    [null, 'absolute noise', 'mu + Math.abs(e) * Math.exp(lv / 2)'],
    [null, 'clipped log-variance', 'mu + e * Math.exp(Math.min(lv, 2) / 2)'],
    [null, 'noise of the first sample', 'mu + noise[0][k] * Math.exp(lv / 2)'],
    [null, 'its own noise', 'mu + (Math.random() - 0.5) * Math.exp(lv / 2)'],
  ];
  return [
    right(
      'reparameterize',
      'root of e^lv',
      `export const reparameterize = (mean, logVariance, noise) => mean.map((r, n) => r.map((mu, k) => Math.sqrt(Math.exp(logVariance[n][k])) * noise[n][k] + mu));`,
    ),
    right(
      'reparameterize',
      'flat, typed',
      `
export function reparameterize(mean: number[][], logVariance: number[][], noise: number[][]): Float64Array[] {
  const K = mean[0].length, [m, v, e] = [mean, logVariance, noise].map((a) => Float64Array.from(a.flat()));
  for (let i = m.length; i-- > 0; ) m[i] += e[i] / Math.exp(-0.5 * v[i]);
  return mean.map((_, n) => m.subarray(n * K, n * K + K));
}`,
    ),
    right(
      'reparameterize',
      'class and generator',
      `
class Gaussian { constructor(mu, lv) { this.mu = mu; this.sigma = Math.E ** (0.5 * lv); } at(e) { return this.mu + this.sigma * e; } }
function* zip(...lists) { for (let i = 0; i < lists[0].length; i++) yield lists.map((l) => l[i]); }
export const reparameterize = (...m) => Array.from(zip(...m), (rows) => Array.from(zip(...rows), ([mu, lv, e]) => new Gaussian(mu, lv).at(e)));`,
    ),
    right(
      'reparameterize',
      'in place',
      `export const reparameterize = (mean, lv, e) => { mean.forEach((r, n) => r.forEach((_, k) => { r[k] += Math.exp(lv[n][k] / 2) * e[n][k]; })); return mean; };`,
      'purity',
    ),
    ...terms.map(([name, title, term]) =>
      wrong(
        'reparameterize',
        name,
        title,
        `
export function reparameterize(mean, logVariance, noise) { const out = []; for (const n of mean.keys()) { out[n] = []; for (let k = 0; k < mean[n].length; k++) { const mu = mean[n][k], lv = logVariance[n][k], e = noise[n][k]; out[n].push(${term}); } } return out; }`,
      ),
    ),
  ];
}

function kl(): Honest[] {
  const code = ({ term = 'mu ** 2 + Math.exp(lv) - 1 - lv', scale = '0.5 / N' }): string => `
export const klStandardNormal = (mean, logVariance) => { const N = mean.length, K = mean[0].length; let s = 0; mean.forEach((r, n) => r.forEach((mu, k) => { const lv = logVariance[n][k]; s += ${term}; })); return s * (${scale}); };`;
  return [
    right('klStandardNormal', 'one loop', code({})),
    right('klStandardNormal', 'expm1', code({ term: 'mu * mu + Math.expm1(lv) - lv' })),
    right(
      'klStandardNormal',
      'mean of row sums',
      `
const sum = (v: number[]) => v.reduce((a, b) => a + b, 0);
export function klStandardNormal(mean: number[][], logVariance: number[][]): number {
  const rows = mean.map((r, n) => sum(r.map((mu, k) => -0.5 * (1 + logVariance[n][k] - mu * mu - Math.exp(logVariance[n][k])))));
  return sum(rows) / rows.length;
}`,
    ),
    right(
      'klStandardNormal',
      'four sums',
      `
export const klStandardNormal = (mean, lv) => { const m = mean.flat(), v = lv.flat(); const S = (f) => m.reduceRight((s, _, i) => s + f(i), 0); return (S((i) => m[i] ** 2) + S((i) => Math.exp(v[i])) - S((i) => v[i]) - m.length) / 2 / mean.length; };`,
    ),
    wrong('klStandardNormal', 'sign-flipped', 'minus', code({ scale: '-1 / (2 * N)' })),
    wrong('klStandardNormal', 'half-missing', 'no half', code({ scale: '1 / N' })),
    wrong('klStandardNormal', 'averaged-over-features', 'mean of all', code({ scale: '0.5 / (N * K)' })),
    wrong(
      'klStandardNormal',
      'deviation-for-variance',
      'e^(lv/2)',
      code({ term: 'mu ** 2 + Math.exp(lv / 2) - 1 - lv' }),
    ),
    wrong('klStandardNormal', 'mean-not-squared', 'mu', code({ term: 'mu + Math.exp(lv) - 1 - lv' })),
    wrong('klStandardNormal', null, 'no one', code({ term: 'mu ** 2 + Math.exp(lv) - lv' })),
    wrong('klStandardNormal', null, 'no log-variance', code({ term: 'mu ** 2 + Math.exp(lv) - 1' })),
    wrong(
      'klStandardNormal',
      null,
      'log of the log-variance',
      code({ term: 'mu ** 2 + lv ** 2 - 1 - Math.log(lv ** 2 + 1e-9)' }),
    ),
    wrong(
      'klStandardNormal',
      null,
      'variance given',
      code({ term: 'mu ** 2 + Math.abs(lv) - 1 - Math.log(Math.abs(lv) || 1)' }),
    ),
    wrong(
      'klStandardNormal',
      null,
      'mean of the largest',
      `export const klStandardNormal = (mean, lv) => Math.max(...mean.map((r, n) => r.reduce((s, mu, k) => s + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0)));`,
    ),
    wrong(
      'klStandardNormal',
      null,
      'per sample',
      `export const klStandardNormal = (mean, lv) => mean.map((r, n) => r.reduce((s, mu, k) => s + 0.5 * (mu ** 2 + Math.exp(lv[n][k]) - 1 - lv[n][k]), 0));`,
    ),
    wrong(
      'klStandardNormal',
      null,
      'first feature only',
      code({ term: '(k === 0 ? mu ** 2 + Math.exp(lv) - 1 - lv : 0)' }),
    ),
    wrong(
      'klStandardNormal',
      null,
      'the other way round',
      code({ term: 'mu ** 2 / Math.exp(lv) + Math.exp(-lv) - 1 + lv' }),
    ),
    wrong('klStandardNormal', null, 'sign and half', code({ scale: '-1 / N' })),
    unstable('klStandardNormal', null, 'clipped', code({ term: 'mu ** 2 + Math.exp(Math.min(lv, 20)) - 1 - lv' })),
    unstable(
      'klStandardNormal',
      null,
      'logarithm of the power',
      code({ term: 'mu ** 2 + Math.exp(lv) - 1 - Math.log(Math.exp(lv) ** 2) / 2' }),
    ),
    wrong(
      'klStandardNormal',
      null,
      'epsilon in the logarithm',
      code({ term: 'mu ** 2 + Math.exp(lv) - 1 - Math.log(Math.exp(lv) + 1e-6)' }),
    ),
  ];
}

function vae(): Honest[] {
  const code = ({
    error = '(v - y[n][d]) ** 2',
    kl = 'mu ** 2 + Math.exp(lv) - 1 - lv',
    result = '(e + beta * k / 2) / x.length',
    options = 'beta = 1',
    tail = ' = {}',
  }): string => `
export function vaeLoss(x, y, mean, logVariance, { ${options} }${tail}) {
  let e = 0, k = 0;
  x.forEach((r, n) => r.forEach((v, d) => { e += ${error}; }));
  mean.forEach((r, n) => r.forEach((mu, j) => { const lv = logVariance[n][j]; k += ${kl}; }));
  return ${result};
}`;
  return [
    right('vaeLoss', 'two sums', code({})),
    right(
      'vaeLoss',
      'mean of samples, arrows',
      `
const sum = (v) => v.reduce((a, b) => a + b, 0), mean = (v) => sum(v) / v.length;
const kl = (m, v) => 0.5 * sum(m.map((mu, k) => mu * mu + Math.expm1(v[k]) - v[k]));
export const vaeLoss = (x, y, m, v, options) => mean(x.map((r, n) => sum(r.map((a, d) => (y[n][d] - a) * (y[n][d] - a))) + (options?.beta ?? 1) * kl(m[n], v[n])));`,
    ),
    right(
      'vaeLoss',
      'class, hypot, typed',
      `
class Vae {
  beta: number;
  constructor({ beta }: { beta?: number } = {}) { this.beta = beta === undefined ? 1 : beta; }
  distance(a: number[], b: number[]): number { return Math.hypot(...a.map((v, i) => v - b[i])) ** 2; }
  divergence(mu: number[], lv: number[]): number { const t = Float64Array.from(mu, (m, i) => (m ** 2 + Math.exp(lv[i]) - lv[i] - 1) / 2); return t.reduceRight((s, v) => s + v); }
}
export const vaeLoss = (x: number[][], r: number[][], m: number[][], lv: number[][], options?: { beta?: number }): number => { const vae = new Vae(options); let loss = 0; for (let n = 0; n < x.length; n++) loss += (vae.distance(x[n], r[n]) + vae.beta * vae.divergence(m[n], lv[n])) / x.length; return loss; };`,
    ),
    wrong('vaeLoss', 'kl-subtracted', 'lower bound', code({ result: '(e - beta * k / 2) / x.length' })),
    wrong('vaeLoss', 'beta-ignored', 'always 1', code({ result: '(e + k / 2) / x.length' })),
    wrong('vaeLoss', 'mean-squared', 'mse', code({ result: '(e / x[0].length + beta * k / 2) / x.length' })),
    wrong('vaeLoss', 'beta-on-reconstruction', 'other part', code({ result: '(beta * e + k / 2) / x.length' })),
    wrong('vaeLoss', null, 'summed over the batch', code({ result: 'e + beta * k / 2' })),
    wrong('vaeLoss', null, 'half of the squares', code({ result: '(e / 2 + beta * k / 2) / x.length' })),
    wrong('vaeLoss', null, 'no half in the divergence', code({ result: '(e + beta * k) / x.length' })),
    wrong('vaeLoss', null, 'beta default 0.5', code({ options: 'beta = 0.5' })),
    wrong('vaeLoss', null, 'beta 0 is 1', code({ result: '(e + (beta || 1) * k / 2) / x.length' })),
    wrong('vaeLoss', null, 'absolute errors', code({ error: 'Math.abs(v - y[n][d])' })),
    wrong('vaeLoss', null, 'reconstruction only', code({ result: 'e / x.length' })),
    wrong(
      'vaeLoss',
      null,
      'divergence averaged over features',
      code({ result: '(e + (beta * k) / 2 / mean[0].length) / x.length' }),
    ),
    wrong(
      'vaeLoss',
      null,
      'root of the squares',
      code({ result: 'Math.sqrt(e / x.length) + (beta * k) / 2 / x.length' }),
    ),
    wrong('vaeLoss', null, 'deviation', code({ kl: 'mu ** 2 + Math.exp(lv / 2) - 1 - lv' })),
    wrong('vaeLoss', null, 'binary cross-entropy shape', code({ error: '-(v * (y[n][d] - 1))' })),
    wrong('vaeLoss', null, 'beta is NaN for empty options', code({ options: 'beta', tail: ' = { beta: 1 }' })),
    throws('vaeLoss', 'options must be there', code({ tail: '' })),
  ];
}
