import { expect, test } from 'vitest';
import { fingerprintsOf } from './fingerprints.ts';

function hashesOf(...codes: string[]): number[] {
  const files = codes.map((code, n) => ({ path: `file${n}.ts`, code }));
  const found = fingerprintsOf(files, ['f']).get('f')?.fingerprints ?? [];
  return [...new Set(found.map(({ hash }) => hash))].sort((a, b) => a - b);
}

const ORIGINAL = `
const SCALE = 0.25;
function total(values) { let sum = 0; for (const value of values) sum += value * SCALE; return sum; }
export function f(x, { rate = 0.1, gamma = 0.9 } = {}) {
  const first = total(x);
  const second = x.map((v) => v * gamma + first);
  return second.map((v) => Math.exp(v) - rate);
}`;

test.each<[string, string[]]>([
  [
    'names, types, comments and layout',
    [
      'const K = 0.25; /* a comment */ function add(list: number[]): number { let s = 0; for (const e of list) s += e * K; return s }\n' +
        'export function f(input: number[], { rate: eta = 0.1, gamma: g = 0.9 }: { rate?: number; gamma?: number } = {}): number[] {\n' +
        'const a = add(input as number[]); // here\n const b = input.map((w) => (w * g) + a); return b!.map((w) => Math.exp(w) - eta) }',
    ],
  ],
  [
    'the order of functions, of options and of the sides of a sum or product',
    [
      'export function f(x, { gamma = 0.9, rate = 0.1 } = {}) { const second = x.map((v) => first + gamma * v); const first = total(x); return second.map((v) => Math.exp(v) - rate); }\n' +
        'function total(values) { let sum = 0; for (const value of values) sum += SCALE * value; return sum; }\nconst SCALE = 0.25;',
    ],
  ],
  [
    'arrows and functions, const and let',
    [
      'let SCALE = 0.25; const total = (values) => { let sum = 0; for (let value of values) sum += value * SCALE; return sum; };\n' +
        'export const f = function (x, { rate = 0.1, gamma = 0.9 } = {}) { let first = total(x); let second = x.map(function (v) { return v * gamma + first; }); return second.map((v) => { return Math.exp(v) - rate; }); };',
    ],
  ],
])('%s do not count', (_what, codes) => {
  expect(hashesOf(...codes)).toEqual(hashesOf(ORIGINAL));
});

test('helpers and constants count from whatever file, under whatever name they are imported', () => {
  const [helpers, own] = ORIGINAL.split('export function f');
  const moved = [
    `import { total as add } from './file1.ts';\nexport function f${own?.replace('total', 'add')}`,
    `${helpers}\nexport { total };`,
  ];
  expect(hashesOf(...moved)).toEqual(hashesOf(ORIGINAL));
});

test('a for loop is a while loop', () => {
  const loop = (body: string): string => `export function f(n) { let sum = 0; ${body} return sum; }`;
  expect(hashesOf(loop('for (let i = 0; i < n; i++) sum += i / 3;'))).toEqual(
    hashesOf(loop('let i = 0; while (n > i) { sum += i / 3; i += 1; }')),
  );
});

test('another number is another function', () => {
  expect(hashesOf(ORIGINAL.replace('0.25', '0.5'))).not.toEqual(hashesOf(ORIGINAL));
});

test('another exercise that is handed in as such does not belong to the one that calls it', () => {
  const code = 'export function g(x) { return x * 17 + 4; } export function f(x) { return g(x) - 1; }';
  const [alone, beside] = [['f'], ['f', 'g']].map(
    (exercises) => fingerprintsOf([{ path: 'ada.ts', code }], exercises).get('f')?.pieces.length,
  );
  expect([alone, beside]).toEqual([2, 1]);
});

test('what cannot be parsed has no fingerprints', () => {
  expect(hashesOf('export function f( {')).toEqual([]);
});

test('types are no part of a function', () => {
  const code =
    'type Row = number[]; interface Wide { rows: Row[] } export function f(x: Wide): Row { return x.rows[0]; }';
  expect(fingerprintsOf([{ path: 'ada.ts', code }], ['f']).get('f')?.pieces).toHaveLength(1);
});
