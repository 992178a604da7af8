import { type Honest, right, throws, unstable, wrong } from './honest.ts';

export const generalization: Honest[] = [
  ...largeOffsets(),
  right(
    'batchNorm',
    'shifted one-pass variance',
    `export function batchNorm(x, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { const n = x.length; let mu = mean, v = variance; if (training) { const k = x[0]; const s1 = mean.map((_, j) => x.reduce((s, r) => s + (r[j] - k[j]), 0)), s2 = mean.map((_, j) => x.reduce((s, r) => s + (r[j] - k[j]) ** 2, 0)); mu = s1.map((s, j) => k[j] + s / n); v = s2.map((s, j) => Math.max(0, (s - s1[j] ** 2 / n) / n)); } const d = v.map((a) => epsilonInside ? Math.sqrt(a + epsilon) : Math.sqrt(a) + epsilon); return { y: x.map((r) => r.map((a, j) => gamma[j] * ((a - mu[j]) / d[j]) + beta[j])), mean: training ? mean.map((a, j) => a * momentum + mu[j] * (1 - momentum)) : mean.slice(), variance: training ? variance.map((a, j) => a * momentum + v[j] * (1 - momentum)) : variance.slice() }; }`,
  ),
  right(
    'batchNorm',
    'scale first, then shift',
    `export const batchNorm = (x, o) => { const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = o; const n = x.length, cols = o.gamma.map((_, j) => x.map((r) => r[j])); const mu = training ? cols.map((c) => c.reduce((a, b) => a + b) / n) : o.mean, v = training ? cols.map((c, j) => c.reduce((s, a) => s + (a - mu[j]) ** 2, 0) / n) : o.variance; const k = v.map((a, j) => o.gamma[j] / (epsilonInside ? Math.sqrt(a + epsilon) : Math.sqrt(a) + epsilon)); const mix = (a, b) => a.map((p, j) => b[j] + momentum * (p - b[j])); return { variance: training ? mix(o.variance, v) : o.variance, mean: training ? mix(o.mean, mu) : o.mean, y: x.map((r) => r.map((a, j) => a * k[j] + (o.beta[j] - mu[j] * k[j]))) }; };`,
  ),
  wrong(
    'batchNorm',
    'over-features',
    'moving moments right',
    `export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { const av = (v) => v.reduce((a, b) => a + b) / v.length, va = (v) => av(v.map((x) => (x - av(v)) ** 2)); const div = (v) => epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon; const cols = mean.map((_, j) => X.map((r) => r[j])); if (!training) return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - mean[j]) / div(variance[j]) + beta[j])), mean, variance }; return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - av(r)) / div(va(r)) + beta[j])), mean: mean.map((m, j) => momentum * m + (1 - momentum) * av(cols[j])), variance: variance.map((m, j) => momentum * m + (1 - momentum) * va(cols[j])) }; }`,
  ),
  wrong(
    'batchNorm',
    'sample-variance',
    'NaN for one sample',
    `export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { const n = X.length, mu = training ? mean.map((_, j) => X.reduce((s, r) => s + r[j], 0) / n) : mean, v = training ? mean.map((_, j) => X.reduce((s, r) => s + (r[j] - mu[j]) ** 2, 0) / (n - 1)) : variance; const mix = (a, b) => training ? a.map((p, j) => p * momentum + b[j] * (1 - momentum)) : a; return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - mu[j]) / (epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon) + beta[j])), mean: mix(mean, mu), variance: mix(variance, v) }; }`,
  ),
  wrong(
    'batchNorm',
    null,
    'moving variance unbiased',
    `export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { const n = X.length, mu = training ? mean.map((_, j) => X.reduce((s, r) => s + r[j], 0) / n) : mean, v = training ? mean.map((_, j) => X.reduce((s, r) => s + (r[j] - mu[j]) ** 2, 0) / n) : variance; const mix = (a, b) => training ? a.map((p, j) => p * momentum + b[j] * (1 - momentum)) : a; return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - mu[j]) / (epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon) + beta[j])), mean: mix(mean, mu), variance: mix(variance, v.map((a) => n > 1 ? a * n / (n - 1) : a)) }; }`,
  ),
  wrong(
    'batchNorm',
    'no-root',
    'with epsilon squared outside',
    `export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { const n = X.length, mu = training ? mean.map((_, j) => X.reduce((s, r) => s + r[j], 0) / n) : mean, v = training ? mean.map((_, j) => X.reduce((s, r) => s + (r[j] - mu[j]) ** 2, 0) / n) : variance; const mix = (a, b) => training ? a.map((p, j) => p * momentum + b[j] * (1 - momentum)) : a; return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - mu[j]) / (v[j] + epsilon) + beta[j])), mean: mix(mean, mu), variance: mix(variance, v) }; }`,
  ),
  ...batchNorm(),
  ...glorot(),
];

function batchNorm(): Honest[] {
  const code = ({
    variance = 'column.reduce((s, v) => s + (v - mu[j]) ** 2, 0) / n',
    root = 'epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon',
    y = 'gamma[j] * (x - mu[j]) / d + beta[j]',
    moving = 'momentum * old + (1 - momentum) * now',
    moments = 'training',
    keep = 'training',
    defaults = {} as Record<string, string>,
    before = '',
    result = '',
  }): string => {
    const options = Object.entries({
      training: 'true',
      momentum: '0.99',
      epsilon: '1e-3',
      epsilonInside: 'true',
      ...defaults,
    })
      .map(([key, value]) => `${key} = ${value}`)
      .join(', ');
    return `
export function batchNorm(X, { gamma, beta, mean, variance, ${options} }) {
  ${before}
  const n = X.length, columns = mean.map((_, j) => X.map((r) => r[j]));
  const mu = ${moments} ? columns.map((c) => c.reduce((a, b) => a + b, 0) / n) : mean;
  const v = ${moments} ? columns.map((column, j) => ${variance}) : variance;
  const moved = (a, b) => a.map((old, j) => { const now = b[j]; return ${moving}; });
  return {
    y: X.map((r) => r.map((x, j) => { const d = ${root}; return ${y}; })),
    ${result || `mean: ${keep} ? moved(mean, mu) : mean, variance: ${keep} ? moved(variance, v) : variance`},
  };
}`;
  };
  return [
    right('batchNorm', 'columns', code({})),
    right(
      'batchNorm',
      'Welford, typed arrays',
      `
export function batchNorm(x: number[][], o: any) {
  const { training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true } = o, m = o.mean.length;
  let mu = Float64Array.from(o.mean), v = Float64Array.from(o.variance);
  const mean = mu.slice(), variance = v.slice();
  if (training) {
    mu = new Float64Array(m); v = new Float64Array(m);
    x.forEach((r, k) => r.forEach((a, j) => { const d = a - mu[j]; mu[j] += d / (k + 1); v[j] += d * (a - mu[j]); }));
    for (let j = 0; j < m; j++) { v[j] /= x.length; mean[j] += (1 - momentum) * (mu[j] - mean[j]); variance[j] += (1 - momentum) * (v[j] - variance[j]); }
  }
  const y = x.map((r) => Float64Array.from(r, (a, j) => ((a - mu[j]) * o.gamma[j]) / (epsilonInside ? (v[j] + epsilon) ** 0.5 : v[j] ** 0.5 + epsilon) + o.beta[j]));
  return { y, mean, variance };
}`,
    ),
    right(
      'batchNorm',
      'layer class, scale and shift folded',
      `
const DEFAULTS = { training: true, momentum: 0.99, epsilon: 0.001, epsilonInside: true };
class BatchNorm {
  constructor(options) { Object.assign(this, DEFAULTS, options); this.mean = [...this.mean]; this.variance = [...this.variance]; }
  scale(v) { return this.epsilonInside ? Math.hypot(Math.sqrt(v), Math.sqrt(this.epsilon)) : Math.sqrt(v) + this.epsilon; }
  call(x) {
    const y = x.map((r) => r.slice());
    for (let j = 0; j < this.gamma.length; j++) {
      let mu = this.mean[j], v = this.variance[j];
      if (this.training) {
        mu = 0; for (let n = x.length; n--; ) mu += x[n][j] / x.length;
        v = 0; for (const r of x) v += ((r[j] - mu) * (r[j] - mu)) / x.length;
        this.mean[j] = this.mean[j] * this.momentum + mu * (1 - this.momentum);
        this.variance[j] = this.variance[j] * this.momentum + v * (1 - this.momentum);
      }
      const k = this.gamma[j] / this.scale(v);
      for (const r of y) r[j] = (r[j] - mu) * k + this.beta[j];
    }
    return { y, mean: this.mean, variance: this.variance };
  }
}
export const batchNorm = (x, options) => new BatchNorm(options).call(x);`,
    ),
    right(
      'batchNorm',
      'centred in place',
      code({
        before:
          'mean.forEach((_, j) => { if (training) { mean[j] = mean[j]; gamma[j] += 0; } }); X.forEach((r) => { r[0] += 1; r[0] -= 1; });',
      }).replace('X.forEach((r) => { r[0] += 1; r[0] -= 1; });', ''),
    ),
    wrong(
      'batchNorm',
      'sample-variance',
      'unbiased',
      code({ variance: 'column.reduce((s, v) => s + (v - mu[j]) ** 2, 0) / (n > 1 ? n - 1 : 1)' }),
    ),
    wrong('batchNorm', 'epsilon-placement', 'outside', code({ root: 'epsilon + Math.sqrt(v[j])' })),
    wrong(
      'batchNorm',
      'epsilon-placement',
      'exchanged',
      code({ root: '!epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon' }),
    ),
    wrong('batchNorm', 'epsilon-placement', 'inside', code({ root: '(v[j] + epsilon) ** 0.5' })),
    wrong('batchNorm', 'no-root', 'variance', code({ root: 'v[j] + epsilon' })),
    wrong('batchNorm', 'momentum-swapped', 'as PyTorch', code({ moving: 'old + momentum * (now - old)' })),
    wrong('batchNorm', 'batch-moments-at-inference', 'always the batch', code({ moments: 'true' })),
    unstable(
      'batchNorm',
      'mean-of-squares-minus-square',
      'E x^2 - (E x)^2',
      code({ variance: 'Math.max(0, column.reduce((s, v) => s + v * v, 0) / n - mu[j] ** 2)' }),
    ),
    unstable(
      'batchNorm',
      'mean-of-squares-minus-square',
      'not even cut at 0',
      code({ variance: 'column.map((v) => v ** 2).reduceRight((a, b) => a + b) / n - mu[j] * mu[j]' }),
    ),
    wrong(
      'batchNorm',
      'over-features',
      'layer norm',
      `
export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) {
  const root = (v) => (epsilonInside ? Math.sqrt(v + epsilon) : Math.sqrt(v) + epsilon);
  if (!training) return { y: X.map((r) => r.map((x, j) => (gamma[j] * (x - mean[j])) / root(variance[j]) + beta[j])), mean, variance };
  const mu = X.map((r) => r.reduce((a, b) => a + b, 0) / r.length), v = X.map((r, n) => r.reduce((s, x) => s + (x - mu[n]) ** 2, 0) / r.length);
  const moved = (a, b) => a.map((old, j) => momentum * old + (1 - momentum) * b[j]);
  return { y: X.map((r, n) => r.map((x, j) => (gamma[j] * (x - mu[n])) / root(v[n]) + beta[j])), mean: moved(mean, mu), variance: moved(variance, v) };
}`,
    ),
    wrong('batchNorm', null, 'moments never move', code({ keep: 'false' })),
    wrong(
      'batchNorm',
      null,
      'moments always move',
      code({ moments: 'training', keep: 'true', moving: 'momentum * old + (1 - momentum) * (training ? now : 0)' }),
    ),
    wrong('batchNorm', null, 'gamma ignored', code({ y: '(x - mu[j]) / d + beta[j]' })),
    wrong('batchNorm', null, 'beta ignored', code({ y: 'gamma[j] * (x - mu[j]) / d' })),
    wrong('batchNorm', null, 'beta scaled', code({ y: 'gamma[j] * ((x - mu[j]) / d + beta[j])' })),
    wrong('batchNorm', null, 'default epsilon 1e-5', code({ defaults: { epsilon: '1e-5' } })),
    wrong('batchNorm', null, 'default momentum 0.9', code({ defaults: { momentum: '0.9' } })),
    wrong('batchNorm', null, 'inference by default', code({ defaults: { training: 'false' } })),
    wrong('batchNorm', null, 'epsilon outside by default', code({ defaults: { epsilonInside: 'false' } })),
    wrong('batchNorm', null, 'moving moments in training', code({ moments: '(training && X.length === 1)' })),
    wrong(
      'batchNorm',
      null,
      'moves the deviation',
      code({
        result:
          'mean: training ? moved(mean, mu) : mean, variance: training ? moved(variance, v.map(Math.sqrt)) : variance',
      }),
    ),
    wrong('batchNorm', null, 'returns the moments of the batch', code({ result: 'mean: mu, variance: v' })),
    wrong('batchNorm', null, 'y alone', code({}).replace(/mean: training .*/, '')),
    wrong(
      'batchNorm',
      null,
      'mean absolute deviation',
      code({ variance: '(column.reduce((s, v) => s + Math.abs(v - mu[j]), 0) / n) ** 2' }),
    ),
    wrong(
      'batchNorm',
      null,
      'batch of one passes through',
      code({ before: 'if (X.length === 1 && training) return { y: X, mean, variance };' }),
    ),
    throws(
      'batchNorm',
      'batch of one',
      code({ before: 'if (training && X.length < 2) throw new Error("more than one value per channel");' }),
    ),
    wrong('batchNorm', null, 'momentum ignored', code({ before: 'momentum = 0.99;' })),
  ];
}

/** Right on mild input; what goes wrong far from 0 is noise in some and a fault of its own in others. */
function largeOffsets(): Honest[] {
  const bn = ({ pre = '', v = 'c.reduce((s, x) => s + (x - mu[j]) ** 2, 0) / n' }): string =>
    `export function batchNorm(X, { gamma, beta, mean, variance, training = true, momentum = 0.99, epsilon = 1e-3, epsilonInside = true }) { ${pre} const n = X.length, cols = mean.map((_, j) => X.map((r) => r[j])); const mu = training ? cols.map((c) => c.reduce((a, b) => a + b) / n) : mean, v = training ? cols.map((c, j) => ${v}) : variance; const mix = (a, b) => training ? a.map((p, j) => p * momentum + b[j] * (1 - momentum)) : a; return { y: X.map((r) => r.map((x, j) => gamma[j] * (x - mu[j]) / (epsilonInside ? Math.sqrt(v[j] + epsilon) : Math.sqrt(v[j]) + epsilon) + beta[j])), mean: mix(mean, mu), variance: mix(variance, v) }; }`;
  return [
    unstable(
      'batchNorm',
      null,
      'clips to 1e5',
      bn({ pre: 'X = X.map((r) => r.map((x) => Math.max(-1e5, Math.min(1e5, x))));' }),
    ),
    unstable(
      'batchNorm',
      null,
      'clips to 5e5 in training',
      bn({ pre: 'if (training) X = X.map((r) => r.map((x) => Math.sign(x) * Math.min(5e5, Math.abs(x))));' }),
    ),
    unstable(
      'batchNorm',
      null,
      'large features are 0',
      bn({ pre: 'X = X.map((r) => r.map((x) => (Math.abs(x) > 1e4 ? 0 : x)));' }),
    ),
    unstable(
      'batchNorm',
      null,
      'large features rounded',
      bn({ pre: 'X = X.map((r) => r.map((x) => (Math.abs(x) > 1e4 ? Math.round(x) : x)));' }),
    ),
    unstable(
      'batchNorm',
      null,
      'large features in float32',
      bn({ pre: 'X = X.map((r) => r.map((x) => (Math.abs(x) > 1e4 ? Math.fround(x / 3) * 3 : x)));' }),
    ),
    unstable(
      'batchNorm',
      'mean-of-squares-minus-square',
      'kahan-free one pass',
      bn({
        v: '{ let s = 0, q = 0; for (const x of c) { s += x; q += x * x; } return q / n - (s / n) ** 2; }',
      }).replace('cols.map((c, j) => {', 'cols.map((c) => {'),
    ),
    unstable(
      'batchNorm',
      'mean-of-squares-minus-square',
      '(n q - s s) / n n',
      bn({
        v: '{ let s = 0, q = 0; for (const x of c) { s += x; q += x * x; } return (n * q - s * s) / (n * n); }',
      }).replace('cols.map((c, j) => {', 'cols.map((c) => {'),
    ),
    unstable(
      'batchNorm',
      'mean-of-squares-minus-square',
      'absolute value of the difference',
      bn({ v: 'Math.abs(c.reduce((s, x) => s + x * x / n, 0) - mu[j] * mu[j])' }),
    ),
  ];
}

function glorot(): Honest[] {
  return [
    right(
      'glorotUniform',
      'a map over the flat list',
      `
export const glorotUniform = (random, fanIn, fanOut) => { const cols = random[0].length, limit = Math.sqrt(6) / Math.sqrt(fanIn + fanOut); const flat = random.flat().map((u) => 2 * limit * u - limit); return random.map((_, i) => flat.slice(i * cols, (i + 1) * cols)); };`,
    ),
    right(
      'glorotUniform',
      'between two ends, typed',
      `
const lerp = (a: number, b: number) => (t: number) => (1 - t) * a + t * b;
export function glorotUniform(random: number[][], fanIn: number, fanOut: number): Float64Array[] { const limit = (6 / (fanIn + fanOut)) ** 0.5; const draw = lerp(-limit, limit); return random.map((r) => Float64Array.from(r, draw)); }`,
    ),
    right(
      'glorotUniform',
      'deviation times root of 3',
      `export const glorotUniform = (u, i, o) => { const sigma = Math.sqrt(2 / (i + o)); return u.map((r) => r.map((x) => (x - 0.5) * 2 * Math.sqrt(3) * sigma)); };`,
    ),
    right(
      'glorotUniform',
      'in place',
      `export const glorotUniform = (u, i, o) => { const l = Math.sqrt(6 / (i + o)); for (const r of u) for (const k in r) r[k] = (r[k] + r[k] - 1) * l; return u; };`,
      'purity',
    ),
    ...(
      [
        ['limit-without-root', 'misprint', '(2 * u - 1) * (6 / (i + o))'],
        ['he', 'inputs alone', '(2 * u - 1) * Math.sqrt(6 / i)'],
        ['one-sided', 'from 0', 'u * Math.sqrt(6 / (o + i))'],
        [null, 'two instead of six', '(2 * u - 1) * Math.sqrt(2 / (i + o))'],
        [null, 'outputs alone', '(2 * u - 1) * Math.sqrt(6 / o)'],
        [null, 'product of the fans', '(2 * u - 1) * Math.sqrt(6 / (i * o))'],
        [null, 'mean of the fans', '(2 * u - 1) * Math.sqrt(6 / ((i + o) / 2))'],
        [null, 'half of the range', '(u - 0.5) * Math.sqrt(6 / (i + o))'],
        [null, 'upside down', '(1 - 2 * u) * Math.sqrt(6 / (i + o))'],
        [null, 'root of three', '(2 * u - 1) * Math.sqrt(3 / (i + o))'],
        [null, 'its own draws', '(2 * Math.random() - 1) * Math.sqrt(6 / (i + o))'],
        [null, 'fans from the shape', '(2 * u - 1) * Math.sqrt(6 / (random.length + random[0].length))'],
        [null, 'float32', 'Math.fround((2 * u - 1) * Math.sqrt(6 / (i + o)))'],
        [null, 'never exactly 0', '(u === 0.5 ? 1e-3 : 2 * u - 1) * Math.sqrt(6 / (i + o))'],
      ] as const
    ).map(([name, title, weight]) =>
      wrong(
        'glorotUniform',
        name,
        title,
        `export function glorotUniform(random, i, o) { return random.map((row) => row.map((u) => ${weight})); }`,
      ),
    ),
    wrong(
      'glorotUniform',
      null,
      'transposed',
      `export const glorotUniform = (u, i, o) => u[0].map((_, k) => u.map((r) => (2 * r[k] - 1) * Math.sqrt(6 / (i + o))));`,
    ),
  ];
}
