import { beforeAll, describe, expect, test } from 'vitest';
import { type LocatedExercise, loadExercises } from '../../exercises/exercises.ts';
import { computeOracle, type Oracle } from '../oracle/oracle.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { ask } from './answers.ts';
import type { Finding } from './finding.ts';
import { findingFor } from './misconceptions.ts';

const LIMITS = { ticks: 300, memoryMiB: 32 };

const exercises = new Map<string, { located: LocatedExercise; oracle: Oracle }>();

beforeAll(async () => {
  const names = ['adam', 'batchNorm', 'binaryCrossEntropy', 'categoricalCrossEntropy', 'maxPool2d', 'meanSquaredError'];
  for (const located of await loadExercises(
    new Set([...names, 'rmsprop', 'sgd', 'vaeLoss', 'denseLayer', 'subtract']),
  )) {
    exercises.set(located.name, { located, oracle: await computeOracle(located, 7, null) });
  }
});

async function find(name: string, code: string, seed?: number): Promise<Finding> {
  const { located, oracle: usual } = exercises.get(name) as { located: LocatedExercise; oracle: Oracle };
  const oracle = seed === undefined ? usual : await computeOracle(located, seed, null);
  const sandbox = await Sandbox.open([{ path: 'ada.js', code }], LIMITS);
  try {
    const mild = oracle.mild.map((item) => ask(sandbox, name, item));
    expect(mild.some(({ fault }) => fault !== null)).toBe(true);
    return findingFor(located, 'wrong', mild, []);
  } finally {
    sandbox.dispose();
  }
}

/** A right step of Adam, with places to put something else. */
const adam = ({
  rate = '0.001',
  epsilon = '= 1e-7',
  root = 'Math.sqrt(v / c2) + epsilon',
  options = '= {}',
  other = '',
}): string => `
  export function adam(state, g, { learningRate = ${rate}, beta1 = 0.9, beta2 = 0.999, epsilon ${epsilon} } ${options}) {
    ${other}
    const t = state.t + 1, c1 = 1 - beta1 ** t, c2 = 1 - beta2 ** t;
    const m = g.map((x, i) => beta1 * state.m[i] + (1 - beta1) * x);
    const vs = g.map((x, i) => beta2 * state.v[i] + (1 - beta2) * x * x);
    const theta = state.theta.map((w, i) => { const v = vs[i]; return w - learningRate * (m[i] / c1) / (${root}); });
    return { theta, m, v: vs, t };
  }`;
const NO_ROOT = 'v / c2 + epsilon';

const rmsprop = ({ divisor = 'Math.sqrt(v) + epsilon', kept = 'rho', options = '' }): string => `
  export function rmsprop(state, g, { learningRate = 0.001, rho = 0.9, epsilon = 1e-7${options} } = {}) {
    const vs = g.map((x, i) => ${kept} * state.v[i] + (1 - ${kept}) * x * x);
    return { theta: state.theta.map((w, i) => { const v = vs[i]; return w - learningRate * g[i] / (${divisor}); }), v: vs };
  }`;

const bce = (cost: string, { p = 'fromLogits ? 1 / (1 + Math.exp(-y[i])) : y[i]', total = 's' } = {}): string => `
  export function binaryCrossEntropy(y, t, { fromLogits = false } = {}) {
    let s = 0;
    for (let i = 0; i < y.length; i++) { const p = ${p}, q = t[i]; s -= ${cost}; }
    return ${total};
  }`;

const pool = (reduced: string): string => `
  export function maxPool2d(x, { window = [2, 2], strides = window } = {}) {
    return x.map((image) => {
      const rows = [];
      for (let i = 0; i + window[0] <= image.length; i += strides[0]) {
        const row = [];
        for (let j = 0; j + window[1] <= image[0].length; j += strides[1]) {
          row.push(image[0][0].map((_, c) => {
            const all = image.slice(i, i + window[0]).flatMap((r) => r.slice(j, j + window[1]).map((p) => p[c]));
            return ${reduced};
          }));
        }
        rows.push(row);
      }
      return rows;
    });
  }`;

const cce = (read: string): string => `
  export function categoricalCrossEntropy(y, t, { fromLogits = false } = {}) {
    let s = 0;
    y.forEach((row, i) => {
      const m = Math.max(...row), z = row.reduce((a, x) => a + Math.exp(x - m), 0);
      row.forEach((x, k) => { const q = ${read}; if (q !== 0) s -= q * (fromLogits ? x - m - Math.log(z) : Math.log(x)); });
    });
    return s;
  }`;

const named: [title: string, exercise: string, code: string, misconception: string | null, notes: string[]][] = [
  [
    'another default',
    'adam',
    adam({ root: NO_ROOT, epsilon: '= 1e-8' }),
    'adam/no-root',
    ['The default of epsilon differs: 1e-8 for 1e-7.'],
  ],
  [
    'two other defaults',
    'adam',
    adam({ root: NO_ROOT, epsilon: '= 1e-8', rate: '0.01' }),
    'adam/no-root',
    ['The default of learningRate differs: 0.01 for 0.001.', 'The default of epsilon differs: 1e-8 for 1e-7.'],
  ],
  [
    'a default that nobody would guess',
    'adam',
    adam({ root: NO_ROOT, epsilon: '= 0.037' }),
    'adam/no-root',
    ['The default of epsilon differs: 0.037 for 1e-7.'],
  ],
  [
    'a default that is not a number',
    'adam',
    adam({ root: NO_ROOT, epsilon: '= 1 / (1 + state.t)' }),
    'adam/no-root',
    ['What is taken for epsilon where it is not given differs from 1e-7.'],
  ],
  [
    'a default that is missing',
    'adam',
    adam({ root: NO_ROOT, epsilon: '' }),
    'adam/no-root',
    ['The option epsilon has no default: where it is not given it is 1e-7.'],
  ],
  [
    'a constant for an option',
    'adam',
    adam({ root: 'v / c2 + 1e-8' }),
    'adam/no-root',
    ['The option epsilon is not read: it is always 1e-8.'],
  ],
  [
    'an option that is not read',
    'rmsprop',
    rmsprop({ kept: '(1 - rho)' }),
    'rmsprop/rho-swapped',
    ['The option epsilonInside is not read: it is always false.'],
  ],
  [
    'padding that is not read',
    'maxPool2d',
    pool('all.reduce((a, b) => a + b) / all.length'),
    'maxPool2d/average',
    ["The option padding is not read: it is always 'valid'."],
  ],
  [
    'logits that are not read, and end in NaN',
    'binaryCrossEntropy',
    bce('q * Math.log(p) + (1 - q) * Math.log(1 - p)', { p: 'y[i]' }),
    'binaryCrossEntropy/summed',
    ['The option fromLogits is not read: it is always false.'],
  ],
  [
    'targets that are not read',
    'categoricalCrossEntropy',
    cce('t[i][k]'),
    'categoricalCrossEntropy/summed',
    ['It does not read t as a vector: that ends in an error or in no number.'],
  ],
  [
    'a guarded logarithm',
    'binaryCrossEntropy',
    bce('q * Math.log(p + 1e-7) + (1 - q) * Math.log(1 - p + 1e-7)'),
    'binaryCrossEntropy/summed',
    ['The logarithm is guarded: log(p + 1e-7).'],
  ],
  [
    'a clamp under a logarithm of the targets',
    'binaryCrossEntropy',
    `const kept = (x) => Math.min(Math.max(x, 1e-7), 1 - 1e-7);
     ${bce('p * Math.log(kept(q)) + (1 - p) * Math.log(kept(1 - q))', { total: 's / y.length' })}`,
    'binaryCrossEntropy/swapped',
    ['The logarithm is guarded: the logarithm of p kept within 1e-7 and 1 - 1e-7.'],
  ],
  [
    'shapes that are refused where they should broadcast',
    'subtract',
    `export const subtract = (a, b) => {
      if (!Array.isArray(a) && !Array.isArray(b)) return b - a;
      if (a.length !== b.length) throw new Error('the shapes differ');
      return a.map((x, i) => subtract(x, b[i]));
    };`,
    'subtract/swapped',
    ['It does not read some legal arguments: that ends in an error or in no number.'],
  ],
  [
    'float32 results',
    'meanSquaredError',
    'export const meanSquaredError = (y, t) => Math.fround(y.flat().reduce((s, x, i) => s + (x - t.flat()[i]) ** 2, 0));',
    'meanSquaredError/summed',
    ['The results are rounded to float32.'],
  ],
  [
    'a second error that is a rearrangement',
    'rmsprop',
    rmsprop({
      divisor: 'epsilonInside ? v + epsilon : v + epsilon',
      kept: '(1 - rho)',
      options: ', epsilonInside = false',
    }),
    'rmsprop/rho-swapped',
    ['Another error beside it: divided by the mean square itself (rmsprop/no-root).'],
  ],
];

const alone: [title: string, exercise: string, code: string, misconception: string, hint: string, notes: string[]][] = [
  ['another default', 'adam', adam({ epsilon: '= 1e-8' }), 'adam/other-default', 'it is 1e-7 here, yours is 1e-8', []],
  [
    'no options at all',
    'sgd',
    'export const sgd = (w, g, { learningRate }) => w.map((x, i) => x - learningRate * g[i]);',
    'sgd/other-default',
    'it is 0.01 here, yours has no default',
    [],
  ],
  [
    'padding',
    'maxPool2d',
    pool('Math.max(...all)'),
    'maxPool2d/option-ignored',
    "padding is not read: you always take 'valid'",
    [],
  ],
  [
    'an option and a default',
    'adam',
    adam({ root: 'Math.sqrt(v / c2) + 1e-8', rate: '0.01' }),
    'adam/option-ignored',
    'epsilon is not read: you always take 1e-8',
    ['The default of learningRate differs: 0.01 for 0.001.'],
  ],
  [
    'one that has a name of its own',
    'sgd',
    'export const sgd = (w, g) => w.map((x, i) => x - 0.01 * g[i]);',
    'sgd/learning-rate-ignored',
    'Multiply the gradient',
    [],
  ],
];

const unnamed: [title: string, exercise: string, code: string][] = [
  ['a step that is nearly without the root', 'adam', adam({ root: '(v / c2) ** 0.999 + epsilon' })],
  ['a step whose epsilon depends on t', 'adam', adam({ root: 'v / c2 + epsilon * t' })],
  ['an option that is doubled', 'adam', adam({ other: 'learningRate *= 2;' })],
  ['options that are read in one case of many', 'rmsprop', rmsprop({ kept: '(g.length > 2 ? 1 - rho : rho)' })],
  [
    'a guard that is too large to be one',
    'binaryCrossEntropy',
    bce('q * Math.log(p + 0.2) + (1 - q) * Math.log(1 - p + 0.2)'),
  ],
  ['a scaled loss', 'binaryCrossEntropy', bce('q * Math.log(p) + (1 - q) * Math.log(1 - p)', { total: '1.001 * s' })],
  [
    'the reconstruction alone',
    'vaeLoss',
    'export const vaeLoss = (x, y) => x.flat().reduce((s, v, i) => s + (v - y.flat()[i]) ** 2, 0) / x.length;',
  ],
  [
    'options that are right only if all or none are given',
    'rmsprop',
    `export function rmsprop(state, g, options = { learningRate: 0.001, rho: 0.9, epsilon: 1e-7, epsilonInside: false }) {
       const { learningRate, rho, epsilon, epsilonInside } = options;
       const v = g.map((x, i) => rho * state.v[i] + (1 - rho) * x * x);
       const root = (x) => epsilonInside ? Math.sqrt(x + epsilon) : Math.sqrt(x) + epsilon;
       return { theta: state.theta.map((w, i) => w - learningRate * g[i] / root(v[i])), v };
     }`,
  ],
  ['zeros', 'meanSquaredError', 'export const meanSquaredError = () => 0;'],
  ['always an error', 'denseLayer', 'export const denseLayer = () => { throw new Error("no"); };'],
];

describe('a named error keeps its name beside', () => {
  test.each(named)('%s', async (_, exercise, code, misconception, notes) => {
    const found = await find(exercise, code);
    expect([found.misconception?.id ?? null, found.notes]).toEqual([misconception, notes]);
  });
});

describe('a deviation alone is named', () => {
  test.each(alone)('%s', async (_, exercise, code, misconception, hint, notes) => {
    const found = await find(exercise, code);
    expect([found.misconception?.id, found.notes]).toEqual([misconception, notes]);
    expect(found.misconception?.hint).toContain(hint);
  });
});

describe('no name is given to', () => {
  test.each(unnamed)('%s', async (_, exercise, code) => {
    expect((await find(exercise, code)).misconception).toBeNull();
  });
});

/** Right only where no options are given at all: with a record for the rate theta is NaN. */
const POSITIONAL = `export function adam(state, g, learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7) {
  const t = state.t + 1;
  const m = g.map((x, i) => beta1 * state.m[i] + (1 - beta1) * x);
  const v = g.map((x, i) => beta2 * state.v[i] + (1 - beta2) * x * x);
  const step = (i) => learningRate * (m[i] / (1 - beta1 ** t)) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
  return { theta: state.theta.map((w, i) => w - step(i)), m, v, t };
}`;

test('no default is sought for options that end in NaN', async () => {
  const { located, oracle } = exercises.get('adam') as { located: LocatedExercise; oracle: Oracle };
  let computed = 0;
  const reference: typeof located.entry.reference = (...args) => {
    computed += 1;
    return located.entry.reference(...args);
  };
  const sandbox = await Sandbox.open([{ path: 'ada.js', code: POSITIONAL }], LIMITS);
  try {
    const mild = oracle.mild.map((item) => ask(sandbox, 'adam', item));
    expect(
      findingFor({ ...located, entry: { ...located.entry, reference } }, 'wrong', mild, []).misconception,
    ).toBeNull();
  } finally {
    sandbox.dispose();
  }
  expect(computed).toBeLessThan(30_000);
});

test('the logarithm is put back', () => {
  expect([Math.log(0), Math.log2(0), Math.log10(0)]).toEqual([-Infinity, -Infinity, -Infinity]);
});

test.each([7, 303, 505])('a clamp that logits are left to is found whatever was drawn: seed %i', async (seed) => {
  const code = `const kept = (x) => Math.min(Math.max(x, 1e-7), 1 - 1e-7);
    ${bce('q * Math.log(p) + (1 - q) * Math.log(1 - p)', { p: 'kept(y[i])' })}`;
  const { misconception, notes } = await find('binaryCrossEntropy', code, seed);
  expect(misconception?.id).toBe('binaryCrossEntropy/summed');
  expect(notes).toEqual([
    'The option fromLogits is not read: it is always false.',
    'The logarithm is guarded: the logarithm of p kept within 1e-7 and 1 - 1e-7.',
  ]);
});
