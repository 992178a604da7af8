import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { judgeExercise } from '../judge/judge.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { type Style, styleOf } from './style.ts';

const SHARES = { unstable: 0.85, partial: 0.5, purity: 0.05, errors: 0.05 };
const LIMITS = { ticks: 300, memoryMiB: 32 };
const NAMES = [
  'sgd',
  'momentum',
  'adam',
  'sigmoid',
  'softmax',
  'meanSquaredError',
  'gradientDescentStep',
  'l2Penalty',
  'shuffleIndices',
  'maxPool2d',
  'denseLayer',
  'lstmCell',
  'binaryCrossEntropy',
  'multiHeadAttention',
  'samePadding',
];
const exercises = new Map<string, { located: LocatedExercise; oracle: Oracle }>();

beforeAll(async () => {
  for (const located of await loadExercises(new Set(NAMES))) {
    exercises.set(located.name, { located, oracle: await computeOracle(located, 3, null) });
  }
});

async function style(name: string, code: string): Promise<Style | null> {
  const known = exercises.get(name);
  if (known === undefined) throw new Error(`no oracle for ${name}`);
  const files = [{ path: 'ada.js', code }];
  const sandbox = await Sandbox.open(files, LIMITS);
  try {
    const { record } = await judgeExercise(known.located, sandbox, known.oracle, 10, SHARES);
    return await styleOf(known.located, files, LIMITS, known.oracle, record);
  } finally {
    sandbox.dispose();
  }
}

const LSTM = `
const s = (z) => 1 / (1 + Math.exp(-z));
const lin = (x, h, g) => x.map((r, b) => g.b.map((bb, j) => [...h[b], ...r].reduce((a, v, i) => a + v * g.w[i][j], bb)));
export function lstmCell(x, { h, c }, weights) {
  const f = lin(x, h, weights.forget), i = lin(x, h, weights.input), o = lin(x, h, weights.output);
  const g = lin(x, h, weights.candidat);
  const nc = c.map((r, b) => r.map((v, j) => s(f[b][j]) * v + s(i[b][j]) * Math.tanh(g[b][j])));
  return { h: nc.map((r, b) => r.map((v, j) => s(o[b][j]) * Math.tanh(v))), c: nc };
}`;
const POOL = `export function maxPool2d(x, { window = [2, 2], strides = window } = {}) {
  return x.map((img) => img.map((ch) => {
    const out = [];
    for (let i = 0; i + window[0] <= ch.length; i += strides[0]) {
      const row = [];
      for (let j = 0; j + window[1] <= ch[0].length; j += strides[1]) {
        let m = -Infinity;
        for (let p = 0; p < window[0]; p++) for (let q = 0; q < window[1]; q++) m = Math.max(m, ch[i + p][j + q]);
        row.push(m);
      }
      out.push(row);
    }
    return out;
  }));
}`;
/** A causal mask that hides a position from itself: with one position nothing is left to attend to. */
const STRICT = `
const dense = (x, { w, b }) => x.map((r) => b.map((bj, j) => r.reduce((s, v, i) => s + v * w[i][j], bj)));
export function multiHeadAttention(x, context, weights, heads, { causal = false } = {}) {
  const size = x[0][0].length / heads;
  return x.map((rows, n) => {
    const q = dense(rows, weights.query), k = dense(context[n], weights.key), v = dense(context[n], weights.value);
    const joined = q.map((row, i) => row.map((_, c) => {
      const own = [...row.keys()].filter((d) => Math.floor(d / size) === Math.floor(c / size));
      const z = k.map((key, j) => (causal && j >= i ? -Infinity : own.reduce((s, d) => s + row[d] * key[d], 0) / Math.sqrt(size)));
      const m = Math.max(...z);
      if (m === -Infinity) return EMPTY;
      const e = z.map((y) => Math.exp(y - m)), sum = e.reduce((a, b) => a + b);
      return e.reduce((s, p, j) => s + p * v[j][c], 0) / sum;
    }));
    return dense(joined, weights.output);
  });
}`;
const rowOf = (z: string): string => `const m = Math.max(...${z}); const e = ${z}.map((x) => Math.exp(x - m));
  const s = e.reduce((a, b) => a + b, 0); return e.map((x) => x / s);`;

describe('a style is named with its fix, and its line', () => {
  test.each<[title: string, name: string, code: string, words: RegExp, line: string | null]>([
    [
      'options one after another',
      'sgd',
      'export const sgd = (theta, g, lr = 0.01) => theta.map((t, i) => t - lr * g[i]);',
      /^takes its options one after another; .*`\{ learningRate = 0.01 \} = \{\}`$/,
      null,
    ],
    [
      'another name for an option',
      'sgd',
      'export const sgd = (theta, g, { lr = 0.01 } = {}) =>\n  theta.map((t, i) => t - lr * g[i]);',
      /^reads lr: the option is called learningRate$/,
      'ada.js:1',
    ],
    [
      'other names for all of them, read as properties',
      'adam',
      `export function adam(state, g, options = {}) {
        const { learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999, eps = 1e-7 } = options;
        const t = state.step + 1;
        const m = state.m.map((a, i) => beta_1 * a + (1 - beta_1) * g[i]);
        const v = state.v.map((a, i) => beta_2 * a + (1 - beta_2) * g[i] ** 2);
        const theta = state.theta.map((w, i) => w - learning_rate * (m[i] / (1 - beta_1 ** t)) / (Math.sqrt(v[i] / (1 - beta_2 ** t)) + eps));
        return { theta, m, v, t };
      }`,
      /^reads names that are not given: step for t, learning_rate for learningRate, beta_1 for beta1, beta_2 for beta2, eps for epsilon$/,
      'ada.js:3',
    ],
    ['a misspelt field', 'lstmCell', LSTM, /^reads candidat: the field is called candidate$/, 'ada.js:6'],
    [
      'options that must be there',
      'sgd',
      'export const sgd = (theta, g, options) => theta.map((t, i) => t - (options.learningRate ?? 0.01) * g[i]);',
      /^fails where the options are absent as a whole/,
      null,
    ],
    [
      'defaults for all options or none',
      'momentum',
      `export function momentum({ theta, m }, g, { learningRate, gamma } = { learningRate: 0.01, gamma: 0.9 }) {
        const n = m.map((a, i) => gamma * a + g[i]);
        return { theta: theta.map((t, i) => t - learningRate * n[i]), m: n };
      }`,
      /^right where every option is given/,
      null,
    ],
    [
      'a class',
      'sigmoid',
      'export class sigmoid {\n  static forward(z) { return 1 / (1 + Math.exp(-z)); }\n}',
      /^sigmoid is a class, .*what its method forward computes$/,
      'ada.js:1',
    ],
    [
      'one sample',
      'softmax',
      `export function softmax(z) { ${rowOf('z')} }`,
      /^takes one sample; logits is a batch/,
      null,
    ],
    [
      'one sample, and a mean',
      'meanSquaredError',
      'export const meanSquaredError = (y, t) => y.reduce((a, v, i) => a + (v - t[i]) ** 2, 0) / y.length;',
      /do the same for each row, and average$/,
      null,
    ],
    [
      'a number for an array',
      'gradientDescentStep',
      'export const gradientDescentStep = (w, g, lr) => w - lr * g;',
      /^takes single numbers; here w is an array/,
      null,
    ],
    [
      'an array for a number',
      'sigmoid',
      'export const sigmoid = (z) => z.map((x) => 1 / (1 + Math.exp(-x)));',
      /^takes an array; here z is a single number/,
      null,
    ],
    [
      'own random numbers',
      'shuffleIndices',
      `const unused = () => Math.random();
      export function shuffleIndices(n) {
        const a = [...Array(n).keys()];
        for (let i = n - 1; i > 0; i--) { const j = Math.floor(Math.random() * (i + 1)); [a[i], a[j]] = [a[j], a[i]]; }
        return a;
      }`,
      /^draws random numbers of its own .* as random: use those$/,
      'ada.js:4',
    ],
    ['channels first', 'maxPool2d', POOL, /^takes images with the channels first/, null],
    [
      'arguments in another order',
      'l2Penalty',
      'export const l2Penalty = (lambda, w) => lambda * w.reduce((s, x) => s + x * x, 0);',
      /^takes w and lambda in the other order/,
      null,
    ],
    [
      '^ for a power',
      'l2Penalty',
      'const other = (x) => x ^ 1;\nexport function l2Penalty(w, lambda) {\n  let s = 0;\n  for (const x of w) s += x ^ 2;\n  return lambda * s;\n}',
      /^`x \^ 2` is exclusive or of bits in JavaScript; a power is `x \*\* 2`$/,
      'ada.js:4',
    ],
    [
      'a variable that is not declared',
      'l2Penalty',
      'export function l2Penalty(w, lambda) {\n  sum = 0;\n  for (const x of w) sum += x * x;\n  return lambda * sum;\n}',
      /^sum is not declared: write `let sum`/,
      'ada.js:2',
    ],
    [
      'a misspelt variable',
      'sigmoid',
      'export const sigmoid = (value) => 1 / (1 + Math.exp(-vaule));',
      /^vaule is not defined: did you mean value\?$/,
      'ada.js:1',
    ],
    ['a package', 'sigmoid', 'export const sigmoid = (z) => tf.sigmoid(z);', /^tf is a package/, 'ada.js:1'],
  ])('%s', async (_, name, code, words, line) => {
    const found = await style(name, code);
    expect(found?.words).toMatch(words);
    expect(found?.line).toBe(line);
  });
});

describe('nothing is said if the verdict has another reason', () => {
  test.each<[title: string, name: string, code: string]>([
    [
      'the code is right',
      'sgd',
      'export const sgd = (w, g, { learningRate: lr = 0.01 } = {}) => w.map((x, i) => x - lr * g[i]);',
    ],
    [
      'a harmless ^',
      'sigmoid',
      'const bit = (a, b) => a ^ b;\nexport const sigmoid = (z) => (bit(1, 0), 1 / (1 + Math.exp(z)) + 0.1);',
    ],
    [
      'Math.random that is not used',
      'shuffleIndices',
      'const unused = Math.random();\nexport const shuffleIndices = (n) => [...Array(n).keys()];',
    ],
    [
      'names of its own',
      'sgd',
      'const c = { lr: 2, alpha: 3 };\nexport const sgd = (w, g, { learningRate = 0.01 } = {}) => w.map((x, i) => x - c.lr * c.alpha * learningRate * g[i]);',
    ],
    [
      'options of the record, and a default that happens to be right where they are not',
      'samePadding',
      `export function samePadding(size, kernel, { stride = 1, dilation = 1 } = {}) {
        const total = (Math.ceil(size / stride) - 1) * stride + (kernel - 1) * dilation + 1 - size;
        const before = Math.floor(total / 2);
        return { before, after: total - before };
      }`,
    ],
    ['a number that is always wrong', 'meanSquaredError', 'export const meanSquaredError = (y, t) => 3;'],
    [
      'a number in an array, which -z takes for a number',
      'sigmoid',
      'export const sigmoid = (z) => [1 / (1 + Math.exp(-z))];',
    ],
    [
      'an error of its own',
      'sigmoid',
      'export const sigmoid = (z) => { if (!z.map) throw new Error("no"); return z.map((x) => 1 / (1 + Math.exp(-x))); };',
    ],
    ['options that are read, as the defaults would be right', 'multiHeadAttention', STRICT.replace('EMPTY', '0')],
    ['the same without a number', 'multiHeadAttention', STRICT.replace('EMPTY', 'NaN')],
    ['a name that nothing explains', 'sigmoid', 'export const sigmoid = (z) => qqq(z);'],
    ['a loop without an end', 'sigmoid', 'export const sigmoid = (z) => { for (;;); };'],
  ])('%s', async (_, name, code) => {
    expect(await style(name, code)).toBeNull();
  });
});
