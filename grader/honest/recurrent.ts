import { type Honest, right, throws, unstable, wrong } from './honest.ts';

const S = `const s = (z) => 1 / (1 + Math.exp(-z));\n`;

export const recurrent: Honest[] = [
  right(
    'lstmCell',
    'tanh by the sigmoid',
    `${S}const th = (z) => 2 * s(2 * z) - 1; export const lstmCell = (x, st, w) => { const g = (k, f) => x.map((r, n) => w[k].b.map((b, j) => f([...st.h[n], ...r].reduce((q, v, i) => q + v * w[k].w[i][j], 0) + b))); const [f, i, c, o] = [g('forget', s), g('input', s), g('candidate', th), g('output', s)]; const C = st.c.map((r, n) => r.map((v, j) => f[n][j] * v + i[n][j] * c[n][j])); return { h: C.map((r, n) => r.map((v, j) => o[n][j] * th(v))), c: C }; };`,
  ),
  wrong(
    'lstm',
    'cell-not-carried',
    'fresh cell each step',
    `${S}export const lstm = (X, w) => X.map((seq) => { let h = w.forget.b.map(() => 0); return seq.map((x) => { const v = [...h, ...x]; const g = (k, f) => w[k].b.map((b, j) => f(v.reduce((q, u, i) => q + u * w[k].w[i][j], b))); const i = g('input', s), c = g('candidate', Math.tanh), o = g('output', s); h = o.map((a, j) => a * Math.tanh(i[j] * c[j])); return h; }); });`,
  ),
  wrong(
    'lstm',
    'state-not-carried',
    'both begin anew',
    `${S}export const lstm = (X, w) => X.map((seq) => seq.map((x) => { const v = [...w.forget.b.map(() => 0), ...x]; const g = (k, f) => w[k].b.map((b, j) => f(v.reduce((q, u, i) => q + u * w[k].w[i][j], b))); const i = g('input', s), c = g('candidate', Math.tanh), o = g('output', s); return o.map((a, j) => a * Math.tanh(i[j] * c[j])); }));`,
  ),
  ...cell(),
  ...sequence(),
];

/** A right cell for one sample, with places to put something else. */
function step({
  joined = '[...h, ...x]',
  bias = 'b[j]',
  sigmoid = '1 / (1 + Math.exp(-z))',
  candidate = 'Math.tanh',
  output = 'o[j] * Math.tanh(v)',
  memory = 'f[j] * v + i[j] * g[j]',
  first = '',
} = {}): string {
  return `
const sigmoid = (z) => ${sigmoid};
const step = (x, h, c, weights) => {
  ${first}
  const v = ${joined};
  const gate = ({ w, b }, act) => b.map((_, j) => act(v.reduce((s, u, k) => s + u * w[k][j], ${bias})));
  const f = gate(weights.forget, sigmoid), i = gate(weights.input, sigmoid), g = gate(weights.candidate, ${candidate}), o = gate(weights.output, sigmoid);
  const cell = c.map((v, j) => ${memory});
  return { c: cell, h: cell.map((v, j) => ${output}) };
};`;
}

function cell(): Honest[] {
  const code = (parts: Parameters<typeof step>[0] = {}): string => `${step(parts)}
export const lstmCell = (x, state, weights) => { const all = x.map((r, n) => step(r, state.h[n], state.c[n], weights)); return { h: all.map((s) => s.h), c: all.map((s) => s.c) }; };`;
  return [
    right('lstmCell', 'sample by sample', code()),
    right(
      'lstmCell',
      'four gates in one product',
      `
const mm = (a, b) => a.map((r) => b[0].map((_, j) => r.reduceRight((s, v, k) => s + v * b[k][j], 0)));
export function lstmCell(x, { h, c }, { forget, input, candidate, output }) {
  const gates = [forget, input, candidate, output], U = forget.b.length;
  const W = forget.w.map((_, k) => gates.flatMap(({ w }) => w[k])), B = gates.flatMap(({ b }) => b);
  const Z = mm(h.map((r, n) => r.concat(x[n])), W).map((r) => r.map((z, j) => z + B[j]));
  const s = (z) => 0.5 + 0.5 * Math.tanh(z / 2);
  const next = c.map((r, n) => r.map((old, j) => s(Z[n][j]) * old + s(Z[n][U + j]) * Math.tanh(Z[n][2 * U + j])));
  return { c: next, h: next.map((r, n) => r.map((v, j) => s(Z[n][3 * U + j]) * Math.tanh(v))), gates: Z };
}`,
    ),
    right(
      'lstmCell',
      'typed, state and input apart',
      `
type Gate = { w: number[][]; b: number[] };
class Cell {
  constructor(private readonly weights: Record<'forget' | 'input' | 'candidate' | 'output', Gate>) {}
  private drive({ w, b }: Gate, h: number[], x: number[]): Float64Array { const z = new Float64Array(b.length); for (let j = 0; j < z.length; j++) { for (let k = 0; k < x.length; k++) z[j] += w[h.length + k][j] * x[k]; for (let k = 0; k < h.length; k++) z[j] += w[k][j] * h[k]; z[j] += b[j]; } return z; }
  call(x: number[], h: number[], c: number[]) {
    const logistic = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
    const { forget, input, candidate, output } = this.weights;
    const f = this.drive(forget, h, x).map(logistic), i = this.drive(input, h, x).map(logistic), o = this.drive(output, h, x).map(logistic);
    const next = this.drive(candidate, h, x).map((z, j) => Math.tanh(z) * i[j] + c[j] * f[j]);
    return [next.map((v, j) => o[j] * Math.tanh(v)), next] as const;
  }
}
export function lstmCell(x: number[][], state: { h: number[][]; c: number[][] }, weights: any) {
  const cell = new Cell(weights), h: Float64Array[] = [], c: Float64Array[] = [];
  for (const [n, row] of x.entries()) [h[n], c[n]] = cell.call(row, state.h[n], state.c[n]);
  return { h, c };
}`,
    ),
    right(
      'lstmCell',
      'state in place',
      code().replace(
        'return { h: all',
        'state.h.forEach((_, n) => { state.h[n] = all[n].h; state.c[n] = all[n].c; }); return { h: all',
      ),
      'purity',
    ),
    wrong('lstmCell', 'input-before-hidden', '[x, h]', code({ joined: 'x.concat(h)' })),
    wrong('lstmCell', 'forget-and-input-swapped', 'exchanged', code({ memory: 'i[j] * v + f[j] * g[j]' })),
    wrong('lstmCell', 'candidate-sigmoid', 'all sigmoid', code({ candidate: 'sigmoid' })),
    wrong('lstmCell', 'output-without-tanh', 'o c', code({ output: 'o[j] * v' })),
    wrong('lstmCell', 'hard-sigmoid', 'Keras 2', code({ sigmoid: 'Math.max(0, Math.min(1, z / 5 + 1 / 2))' })),
    wrong('lstmCell', 'cell-not-forgotten', 'sum', code({ memory: 'v + i[j] * g[j]' })),
    wrong('lstmCell', 'bias-ignored', 'from 0', code({ bias: '0' })),
    wrong('lstmCell', null, 'input gate missing', code({ memory: 'f[j] * v + g[j]' })),
    wrong('lstmCell', null, 'coupled gates', code({ memory: 'f[j] * v + (1 - f[j]) * g[j]' })),
    wrong('lstmCell', null, 'output gate missing', code({ output: 'Math.tanh(v)' })),
    wrong('lstmCell', null, 'old cell in the output', code().replace('h: cell.map((v, j)', 'h: c.map((v, j)')),
    wrong('lstmCell', null, 'bias twice', code({ bias: '2 * b[j]' })),
    wrong('lstmCell', null, 'relu candidate', code({ candidate: '(z) => Math.max(0, z)' })),
    wrong('lstmCell', null, 'tanh gates', code({ sigmoid: 'Math.tanh(z)' })),
    wrong(
      'lstmCell',
      null,
      'forget bias of 1',
      code({
        first: 'weights = { ...weights, forget: { w: weights.forget.w, b: weights.forget.b.map((v) => v + 1) } };',
      }),
    ),
    wrong(
      'lstmCell',
      null,
      'state of the first sample',
      code().replace('state.h[n], state.c[n]', 'state.h[0], state.c[n]'),
    ),
    wrong(
      'lstmCell',
      null,
      'h and c exchanged',
      code().replace(
        'return { h: all.map((s) => s.h), c: all.map((s) => s.c) }',
        'return { c: all.map((s) => s.h), h: all.map((s) => s.c) }',
      ),
    ),
    wrong('lstmCell', null, 'c forgotten in the result', code().replace(', c: all.map((s) => s.c)', '')),
    wrong('lstmCell', null, 'wrong sigmoid', code({ sigmoid: '1 / (1 + Math.exp(z))' })),
    wrong('lstmCell', null, 'output gate for the input gate', code({ memory: 'f[j] * v + o[j] * g[j]' })),
    unstable('lstmCell', null, 'sigmoid overflows', code({ sigmoid: 'Math.exp(z) / (Math.exp(z) + 1)' })),
    unstable(
      'lstmCell',
      null,
      'tanh overflows',
      code({ candidate: '(z) => (Math.exp(2 * z) - 1) / (Math.exp(2 * z) + 1)' }),
    ),
    throws(
      'lstmCell',
      'as many features as units',
      code({ first: 'if (x.length !== h.length) throw new Error("sizes");' }),
    ),
  ];
}

function sequence(): Honest[] {
  const code = ({
    seq = 'seq',
    loop = 'const s = step(x, h, c, weights); h = s.h; c = s.c; out.push(h);',
    zero = 'weights.forget.b.map(() => 0)',
    outer = '',
    result = 'out',
    parts = {} as Parameters<typeof step>[0],
  }): string => `${step(parts)}
${outer}
export function lstm(X, weights) {
  return X.map((seq) => {
    let h = ${zero}, c = h;
    const out = [];
    for (const x of ${seq}) { ${loop} }
    return ${result};
  });
}`;
  return [
    right('lstm', 'loops', code({})),
    right(
      'lstm',
      'generator and recursion',
      `${step()}
function* run(seq, h, c, weights, t = 0) { if (t === seq.length) return; const s = step(seq[t], h, c, weights); yield s.h; yield* run(seq, s.h, s.c, weights, t + 1); }
export const lstm = (X, weights) => { const zeros = Array(weights.output.b.length).fill(0); return X.map((seq) => [...run(seq, zeros, zeros, weights)]); };`,
    ),
    right(
      'lstm',
      'time outside, typed',
      `
const sig = (z: number) => 1 / (1 + Math.exp(-z));
export function lstm(x: number[][][], weights: any): Float64Array[][] {
  const U = weights.input.b.length, B = x.length, T = x[0].length;
  const H = Array.from({ length: B }, () => new Float64Array(U)), C = H.map((h) => h.slice()), out: Float64Array[][] = H.map(() => []);
  const drive = (g: any, b: number, t: number, j: number) => { let z = g.b[j]; for (let k = 0; k < U; k++) z += H[b][k] * g.w[k][j]; for (let k = 0; k < x[b][t].length; k++) z += x[b][t][k] * g.w[U + k][j]; return z; };
  for (let t = 0; t < T; t++) for (let b = 0; b < B; b++) {
    const next = C[b].map((c, j) => c * sig(drive(weights.forget, b, t, j)) + sig(drive(weights.input, b, t, j)) * Math.tanh(drive(weights.candidate, b, t, j)));
    const h = next.map((c, j) => sig(drive(weights.output, b, t, j)) * Math.tanh(c));
    C[b] = next; H[b] = h; out[b].push(h);
  }
  return out;
}`,
    ),
    wrong(
      'lstm',
      'state-not-carried',
      'h stays 0',
      code({ loop: 'const s = step(x, h.map(() => 0), c, weights); c = s.c; out.push(s.h);' }),
    ),
    wrong(
      'lstm',
      'cell-not-carried',
      'c stays 0',
      code({ loop: 'const s = step(x, h, c.map(() => 0), weights); h = s.h; out.push(h);' }),
    ),
    wrong('lstm', 'reversed', 'from the end', code({ seq: '[...seq].reverse()' })),
    wrong(
      'lstm',
      'reversed',
      'from the end, put back in order',
      code({ seq: '[...seq].reverse()', result: 'out.reverse()' }),
    ),
    wrong(
      'lstm',
      'time-and-batch-swapped',
      'time first',
      `${code({}).replace('export function lstm', 'function timeFirst')}
const swap = (x) => x[0].map((_, t) => x.map((s) => s[t]));
export const lstm = (X, weights) => swap(timeFirst(swap(X), weights));`,
    ),
    wrong('lstm', null, 'last state only', code({ result: '[out.at(-1)]' })),
    wrong(
      'lstm',
      null,
      'the cells',
      code({ loop: 'const s = step(x, h, c, weights); h = s.h; c = s.c; out.push(c);' }),
    ),
    wrong(
      'lstm',
      null,
      'state kept between samples',
      code({}).replace(
        'return X.map((seq) => {\n    let h = weights.forget.b.map(() => 0), c = h;',
        'let h = weights.forget.b.map(() => 0), c = h;\n  return X.map((seq) => {',
      ),
    ),
    wrong('lstm', null, 'states begin at 1', code({ zero: 'weights.forget.b.map(() => 1)' })),
    wrong(
      'lstm',
      null,
      'state before each step',
      code({ loop: 'out.push(h); const s = step(x, h, c, weights); h = s.h; c = s.c;' }),
    ),
    wrong('lstm', null, 'zeros in front', code({ result: '[weights.forget.b.map(() => 0), ...out]' })),
    wrong(
      'lstm',
      null,
      'forgets every fourth step',
      code({
        loop: 'if (out.length % 4 === 3) c = c.map(() => 0); const s = step(x, h, c, weights); h = s.h; c = s.c; out.push(h);',
      }),
    ),
    wrong('lstm', null, 'no bias', code({ parts: { bias: '0' } })),
    wrong('lstm', null, 'input before hidden', code({ parts: { joined: '[...x, ...h]' } })),
    wrong(
      'lstm',
      null,
      'state kept between calls',
      code({
        outer: 'let kept;',
        loop: 'if (!kept || kept.length !== h.length) kept = c; const s = step(x, h, c.map((v, j) => v + kept[j]), weights); h = s.h; c = s.c; out.push(h); kept = c.map((v) => v * 0.5);',
      }),
    ),
    wrong(
      'lstm',
      null,
      'all rows one array',
      code({ loop: 'const s = step(x, h, c, weights); c = s.c; out.push(Object.assign(out[0] ?? [], s.h)); h = s.h;' }),
    ),
    throws(
      'lstm',
      'wants two steps',
      code({
        loop: 'if (seq.length < 2) throw new Error("a sequence"); const s = step(x, h, c, weights); h = s.h; c = s.c; out.push(h);',
      }),
    ),
  ];
}
