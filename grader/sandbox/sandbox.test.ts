import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../properties/values/value.ts';
import { Sandbox, type SourceFile } from './sandbox.ts';

const LIMITS = { ticks: 200, memoryMiB: 32 };

function files(sources: Record<string, string>): SourceFile[] {
  return Object.entries(sources).map(([path, code]) => ({ path, code }));
}

async function opened<T>(sources: Record<string, string>, use: (sandbox: Sandbox) => T): Promise<T> {
  const sandbox = await Sandbox.open(files(sources), LIMITS);
  try {
    return use(sandbox);
  } finally {
    sandbox.dispose();
  }
}

describe('values', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await Sandbox.open(
      files({ 'ada.js': 'export const give = (x) => x; export const keys = (x) => Object.keys(x);' }),
      LIMITS,
    );
  });
  afterAll(() => sandbox.dispose());

  const VALUES: Value[] = [
    0,
    -0,
    1.5,
    0.1,
    1 / 3,
    5e-324,
    1.7976931348623157e308,
    -1e21,
    123456789012345680000,
    NaN,
    Infinity,
    -Infinity,
    true,
    false,
    null,
    undefined,
    '',
    'NaN',
    'sad',
    'a "b" \\ \n \u2028 \u{1F600} \0',
    '\uD800',
    [],
    [[]],
    [1, [2, [3]]],
    [undefined, null],
    {},
    { a: 1, b: [NaN, -0] },
    { '': 1, 'a b': 2, '"]}': 3, 7: 4 },
    JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as Value,
  ];
  it.each(VALUES.map((value) => ({ value })))('$value goes in and comes back as it was', ({ value }) => {
    expect(sandbox.call('give', [value])).toStrictEqual({ kind: 'value', value, changed: false });
  });

  it('numbers of every size come back bit for bit', () => {
    const numbers: number[] = [];
    const bits = new DataView(new ArrayBuffer(8));
    for (let i = 0, state = 1; i < 2000; i++) {
      state = Math.imul(state, 1664525) + 1013904223;
      bits.setInt32((i % 2) * 4, state);
      numbers.push(bits.getFloat64(0));
    }
    expect(sandbox.call('give', [numbers])).toStrictEqual({ kind: 'value', value: numbers, changed: false });
  });

  it('a key __proto__ is an ordinary own key inside', () => {
    const value = JSON.parse('{"__proto__": 1}') as Value;
    expect(sandbox.call('keys', [value])).toMatchObject({ value: ['__proto__'] });
  });
});

describe('results', () => {
  const CASES: { code: string; value: Value }[] = [
    { code: 'new Float32Array([0.1, NaN, -0])', value: [Math.fround(0.1), NaN, -0] },
    { code: '[new Float64Array([1, 2]), new Uint8ClampedArray([300])]', value: [[1, 2], [255]] },
    { code: 'new (class Matrix extends Array {})(1, 2)', value: [1, 2] },
    { code: 'new (class State { h = [1]; #secret = 2; get c() { return 3; } })()', value: { h: [1] } },
    { code: 'Object.assign(Object.create(null), { a: 1 })', value: { a: 1 } },
    { code: 'structuredClone({ a: [1, new Float64Array(2)] })', value: { a: [1, [0, 0]] } },
    { code: '[1, 2].toSorted((a, b) => b - a)', value: [2, 1] },
    { code: '(console.log(1), console.table([]), console.group(), 5)', value: 5 },
    {
      code: '[[1, 2], [3, 4]].map(([a, ...rest]) => rest.concat(a))',
      value: [
        [2, 1],
        [4, 3],
      ],
    },
  ];
  it.each(CASES)('$code', async ({ code, value }) => {
    await opened({ 'ada.js': `export const f = () => (${code});` }, (sandbox) => {
      expect(sandbox.call('f', [])).toStrictEqual({ kind: 'value', value, changed: false });
    });
  });

  it('a result as large as allowed fits in the budget of 300 ticks', async () => {
    const code = 'export const f = () => Array.from({ length: 49_000 }, (_, i) => i / 3);';
    const sandbox = await Sandbox.open(files({ 'ada.js': code }), { ticks: 300, memoryMiB: 64 });
    const outcome = sandbox.call('f', []);
    sandbox.dispose();
    expect(outcome).toMatchObject({ kind: 'value' });
  });
});

describe('further keys of a record', () => {
  const ODD = [
    '() => 1',
    'new Map()',
    'new Date()',
    '1n',
    'new Error()',
    '[, 1]',
    'Symbol()',
    'Promise.resolve()',
    '[[1, {}.x, new Set()]]',
  ];
  it.each(ODD)('%s is passed over', async (odd) => {
    await opened({ 'ada.js': `export const f = () => ({ theta: [1, 2], odd: ${odd}, t: 3 });` }, (sandbox) => {
      expect(sandbox.call('f', [])).toStrictEqual({ kind: 'value', value: { theta: [1, 2], t: 3 }, changed: false });
    });
  });

  it('one without end is not', async () => {
    await opened(
      { 'ada.js': 'export const f = () => ({ theta: [1, 2], odd: new Array(300_000).fill(0) });' },
      (sandbox) => {
        expect(sandbox.call('f', [])).toMatchObject({ kind: 'nonsense', what: 'too many elements' });
      },
    );
  });
});

describe('changed', () => {
  const args: Value[] = [[[1, 2], [3]], { a: { b: 1 } }];
  const CASES = [
    { code: 'x[0][1] = 2', changed: false },
    { code: 'x[0][1] = 5', changed: true },
    { code: 'x.push(1)', changed: true },
    { code: 'x[0].sort((a, b) => b - a)', changed: true },
    { code: 'r.a.b = -0', changed: true },
    { code: 'delete r.a', changed: true },
    { code: 'x = []', changed: false },
    { code: 'x[0] = [...x[0]]', changed: false },
    { code: 'x[0] = new Proxy([], { getOwnPropertyDescriptor() { throw 1; } })', changed: true },
    { code: 'x[0][0] = 9; throw new Error()', changed: true },
  ];
  it.each(CASES)('$code: $changed', async ({ code, changed }) => {
    await opened({ 'ada.js': `export function f(x, r) { ${code}; }` }, (sandbox) => {
      expect(sandbox.call('f', args)).toMatchObject({ changed });
      expect(sandbox.call('f', args, true)).toMatchObject({ changed });
    });
  });

  const HIDDEN = [
    'r.c = undefined',
    'x[0] = { toJSON: () => [1, 2] }',
    'x[0] = { __proto__: Array.prototype, 0: 1, 1: 2, length: 2, toJSON: () => [1, 2] }',
    'Object.defineProperty(x[0], 0, { get: () => 1 })',
    'x[0][0] = 9; x[0].toJSON = () => [1, 2]',
    'x[0][0] = 9; Array.prototype.toJSON = () => [[1, 2], [3]]',
  ];
  it.each(HIDDEN)('%s is found if the call is watched', async (code) => {
    await opened({ 'ada.js': `export function f(x, r) { ${code}; }` }, (sandbox) => {
      expect(sandbox.call('f', args, true)).toMatchObject({ changed: true });
    });
  });

  it('a toJSON that does not end costs the budget, and one that throws is a change', async () => {
    await opened({ 'ada.js': 'export function f(x) { x[0] = { toJSON() { for (;;); } }; }' }, (sandbox) => {
      expect(sandbox.call('f', args)).toEqual({ kind: 'timeout' });
    });
    await opened({ 'ada.js': 'export function f(x) { x[0] = { toJSON() { throw x; } }; }' }, (sandbox) => {
      expect(sandbox.call('f', args)).toMatchObject({ kind: 'value', changed: true });
    });
  });
});

describe('lines', () => {
  const source = [
    'interface Options {',
    '  rate: number;',
    '}',
    '',
    'enum Mode { A, B }',
    'type Row = number[];',
    '',
    'export function f(x: Row, options: Options = { rate: 1 }): number {',
    '  const mode: Mode = Mode.A;',
    '  if (x.length === 0) {',
    '    throw new RangeError(`no ${mode}`);',
    '  }',
    '  return (x as any)[0].y.z;',
    '}',
    '',
    'export const g = (x: number): number =>',
    '  x;',
  ].join('\n');

  it('of errors and definitions are those of the TypeScript source', async () => {
    await opened({ 'ada.ts': source }, (sandbox) => {
      expect(sandbox.call('f', [[]])).toMatchObject({ kind: 'threw', message: 'RangeError: no 0', line: 'ada.ts:11' });
      expect(sandbox.call('f', [[1]])).toMatchObject({ kind: 'threw', line: 'ada.ts:13' });
      expect([...sandbox.lines]).toEqual([
        ['f', 'ada.ts:8'],
        ['g', 'ada.ts:16'],
      ]);
    });
  });

  it.each([
    { path: 'ada.ts', code: '\uFEFFexport function f(): number {\n  return 1 +;\n}', line: 'ada.ts:2' },
    { path: 'ada.js', code: '\uFEFFexport function f() {\n  return 1 +;\n}', line: 'ada.js:2' },
    { path: 'ada.ts', code: 'type A = 1;\n\nthrow new Error("no");', line: 'ada.ts:3' },
  ])('of what does not load: $line', async ({ path, code, line }) => {
    await opened({ [path]: code }, (sandbox) => {
      expect(sandbox.failures).toMatchObject([{ file: path, line }]);
    });
  });
});

describe('imports that fail', () => {
  it.each([
    { code: "/* Ä */\nimport { a } from './a';\nimport {\n  x,\n} from './gone.js';", line: 3, says: 'no such file' },
    { code: "import { a } from './a';\n\nexport { x } from './gone.js';", line: 3, says: 'no such file' },
    { code: "// 'lodash'\nimport 'lodash';", line: 2, says: 'only its own files' },
    { code: "import { a } from './a';\nimport { a as b, nothing } from './a';", line: 2, says: "export 'nothing'" },
    { code: "import { a } from './a';\nimport nothing from './a';", line: 2, says: "export 'default'" },
    { code: "import { a } from './a';\nexport { nothing as x } from './a';", line: 2, says: "export 'x'" },
    { code: "export * from './a';\nexport { nothing } from './a';", line: 2, says: "export 'nothing'" },
    { code: "\nimport { b } from './b';", line: 2, says: 'does not load' },
    { code: "\n\nawait import('./gone.js');", line: 3, says: 'no such file' },
  ])('have their line: $code', async ({ code, line, says }) => {
    for (const path of ['main.js', 'main.ts']) {
      const sources = {
        'a.js': 'export const a = 1;',
        'b.js': 'export const b = (;',
        [path]: `${code}\nexport const f = () => [typeof a, typeof b, typeof nothing, typeof x];`,
      };
      await opened(sources, ({ failures }) => {
        expect(failures.at(-1)).toMatchObject({
          file: path,
          message: expect.stringContaining(says),
          line: `${path}:${line}`,
        });
      });
    }
  });
});

describe('TypeScript in a file named as JavaScript', () => {
  it.each([
    'export const f = (x: number) => x;',
    'interface A { b: number }\nexport const f = () => 1;',
    "import type { A } from './a';\nexport const f = () => 1;",
  ])('is reported: %s', async (code) => {
    for (const path of ['ada.js', 'ada.mjs']) {
      await opened({ [path]: code }, ({ failures }) => {
        expect(failures).toMatchObject([
          { message: expect.stringMatching(/^SyntaxError: .+; this is TypeScript: rename the file to \.ts$/) },
        ]);
      });
    }
  });

  it.each([
    'export const f = (;',
    'throw new SyntaxError("no");',
    'export const f = (x: number) => (;',
    'function f() {}\nexport = { f };',
    'export function f() {}\nexport function f() {}',
  ])('is not: %s', async (code) => {
    await opened({ 'ada.js': code }, ({ failures }) => {
      expect(failures).toMatchObject([{ message: expect.not.stringContaining('TypeScript') }]);
    });
  });
});

describe('a file that does not load says what to do about', () => {
  it.each<[what: string, code: string, advice: RegExp]>([
    [
      'a function declared twice',
      'export function f() {}\nexport function f() {}',
      /; it is declared twice: keep one$/,
    ],
    ['Python', 'def f(z):\n    return 1 / z', /; this is Python/],
    ['a notebook', '{ "cells": [], "nbformat": 4 }', /; this is a notebook/],
    ['HTML', '<script>let a;</script>', /; this is HTML/],
    ['an octal number', 'export const f = () => 010;', /; a number that starts with 0/],
    ['with', 'export const f = () => { with (Math) return sin(1); };', /; with is not allowed in a module/],
    ['a brace that is missing', 'function f() {\nexport const g = 1;', /; export stands inside a function/],
    ['Node.js', 'export const f = 1; process.exit();', /; process is part of Node.js/],
    ['a browser', 'document.title = 1;', /; document is part of a browser/],
    ['both', 'const t = performance.now();', /; performance is part of Node.js and of browsers/],
    ['a package', 'const a = tf.tensor([1]);', /; tf is a package/],
    ['an import of a package', "import 'mathjs';", /: no package is there: write it with arrays, loops and Math$/],
    ['an import from Node.js', "import 'fs';", /: there is no Node.js, and no file to read: take it out$/],
  ])('%s', async (_, code, advice) => {
    await opened({ 'ada.js': code }, ({ failures }) => {
      expect(failures).toMatchObject([{ message: expect.stringMatching(advice) }]);
    });
  });

  it('nothing that is not known', async () => {
    await opened({ 'ada.js': 'const a = whatever;' }, ({ failures }) => {
      expect(failures).toMatchObject([{ message: "ReferenceError: 'whatever' is not defined" }]);
    });
  });
});

describe('files', () => {
  it('import each other with and without extension', async () => {
    const sources = {
      'main.ts':
        "import { a } from './lib/a';\nimport { b } from './lib/b.js';\nimport { c } from './c.ts';\nexport const f = () => [a(), b(), c()];",
      'lib/a.ts': "import { c } from '../c';\nexport const a = (): number => c() + 1;",
      'lib/b.ts': 'export const b = (): number => 2;',
      'c.js': "export { b } from './lib/b.mjs';\nexport const c = () => 3;",
    };
    await opened(sources, (sandbox) => {
      expect(sandbox.failures).toEqual([]);
      expect(sandbox.duplicates).toEqual([]);
      expect(sandbox.call('f', [])).toMatchObject({ value: [4, 2, 3] });
      expect(sandbox.functions.get('b')).toBe('lib/b.ts');
      expect(sandbox.lines.get('b')).toBe('lib/b.ts:1');
    });
  });

  it('that do not load cost their own exports and those that import them', async () => {
    const sources = {
      'a.ts': 'export const a = () => 1;',
      'b.ts': 'export const b = (;',
      'c.ts': "import { b } from './b';\nexport const c = () => b();",
      'd.ts': "import { a } from './a';\nthrow new Error('late');\nexport const d = () => a();",
      'e.js': 'for (;;);',
      'f.ts': "import { x } from 'lodash';\nexport const f = () => x;",
      'g.ts': "import { a, missing } from './a';\nexport const g = () => a(missing);",
    };
    await opened(sources, (sandbox) => {
      expect(sandbox.failures.map(({ file }) => file)).toEqual(['b.ts', 'c.ts', 'd.ts', 'e.js', 'f.ts', 'g.ts']);
      expect(sandbox.failures.map(({ message }) => message)).toMatchObject({
        1: "imports './b', and b.ts does not load",
        2: 'Error: late',
        3: 'takes too long to load',
        4: expect.stringMatching(/^imports 'lodash', but .* only its own files, as '.\/math': no package is there/),
      });
      expect([...sandbox.functions]).toEqual([['a', 'a.ts']]);
      expect(sandbox.call('a', [])).toMatchObject({ value: 1 });
    });
  });

  it('that import each other in a circle load', async () => {
    const sources = {
      'a.ts': "import { odd } from './b';\nexport const even = (n: number): boolean => n === 0 || odd(n - 1);",
      'b.ts': "import { even } from './a';\nexport const odd = (n: number): boolean => n !== 0 && even(n - 1);",
    };
    await opened(sources, (sandbox) => expect(sandbox.call('even', [10])).toMatchObject({ value: true }));
  });

  it('with two functions of one name are reported', async () => {
    await opened({ 'a.js': 'export function f() {}', 'b.js': 'export function f() { return 1; }' }, (sandbox) => {
      expect(sandbox.duplicates).toEqual([{ name: 'f', files: ['a.js', 'b.js'] }]);
    });
  });

  it('with a copy of a file, or of a whole folder, export each function once', async () => {
    const math = 'export const half = (z) => z / 2;';
    const main = "import { half } from './math.js';\nexport const f = (z) => half(z);";
    const sources = { 'a.js': main, 'math.js': math, 'math copy.js': math, 'old/a.js': main, 'old/math.js': math };
    await opened(sources, (sandbox) => {
      expect(sandbox.duplicates).toEqual([]);
      expect(sandbox.call('f', [4])).toMatchObject({ value: 2 });
    });
    await opened({ ...sources, 'old/math.js': 'export const half = (z) => z / 3;' }, (sandbox) => {
      expect(sandbox.duplicates.map(({ name }) => name)).toEqual(['half', 'f']);
    });
  });

  it('in TypeScript with everything that leaves code behind', async () => {
    const code = `
      enum Mode { Mean = 'mean', Sum = 'sum' }
      const enum Size { Two = 2 }
      namespace Shapes { export let sides = 3; export const more = () => ++sides; }
      class Layer { constructor(private readonly w: number, public b = 1) {} run(x: number) { return this.w * x + this.b; } }
      abstract class Base<T> { declare kind: T; abstract f(): T; }
      export function f(x?: number): unknown[] { return [Mode.Sum, Size.Two, Shapes.more(), new Layer(2).run(x!), x satisfies unknown]; }
      export type { Base };`;
    await opened({ 'ada.ts': code }, (sandbox) => {
      expect(sandbox.failures).toEqual([]);
      expect(sandbox.call('f', [5])).toMatchObject({ value: ['sum', 2, 4, 11, 5] });
    });
  });

  it.each([
    { code: `export function f() { return ${'('.repeat(1e5)}1${')'.repeat(1e5)}; }` },
    { code: `export const f = ${'['.repeat(1e5)}` },
    { code: `export const f = () => ${'!'.repeat(1e5)}1;` },
    { code: `export const f = () => ${'1+'.repeat(1e5)}1;` },
    { code: `export const f = ${'a=>'.repeat(1e5)}1;` },
    { code: `${'if(1)'.repeat(1e5)};` },
  ])('nested 100,000 deep answer ($code.length characters)', async ({ code }) => {
    await opened({ 'ada.js': code }, (sandbox) => expect(sandbox.failures.length).toBeLessThan(2));
    await opened({ 'ada.ts': code }, (sandbox) => expect(sandbox.failures.length).toBeLessThan(2));
  });
});

describe('advice', () => {
  it.each([
    { code: 'module.exports = { f() {} };', advice: 'CommonJS' },
    { code: 'exports.f = () => 1;', advice: 'CommonJS' },
    { code: 'export default function f() {}', advice: 'default export' },
    { code: 'function f() {}', advice: "write 'export'" },
  ])('$code', async ({ code, advice }) => {
    await opened({ 'ada.js': code }, (sandbox) => {
      expect(sandbox.functions.size).toBe(0);
      expect(sandbox.advice).toEqual([expect.stringContaining(advice)]);
    });
  });

  it("on TypeScript's export = is that on CommonJS, with the line", async () => {
    await opened({ 'ada.ts': 'function f() {}\nexport = { f };' }, (sandbox) => {
      expect(sandbox.advice).toEqual([expect.stringMatching(/^ada\.ts:2 exports the CommonJS way \(export =\)/)]);
    });
  });

  it.each([
    { code: 'export default function softmax(l) { return l; }', add: 'softmax' },
    { code: 'const softmax = (l) => l;\nexport default softmax;', add: 'softmax' },
    { code: 'const softmax = (l) => l;\nexport { softmax as default };', add: 'softmax' },
    { code: 'export default function softMax(l) { return l; }', add: 'softMax as softmax' },
  ])('on a default export beside a named one: $code', async ({ code, add }) => {
    for (const path of ['ada.js', 'ada.ts']) {
      await opened({ [path]: `// Ä\nexport const sigmoid = (z) => z;\n${code}` }, (sandbox) => {
        expect([...sandbox.functions.keys()]).toEqual(['sigmoid']);
        const [name] = add.split(' ');
        expect(sandbox.advice).toEqual([
          `${path}:${2 + code.split('\n').length} exports ${name} only as the default, which is not graded: add 'export { ${add} };'.`,
        ]);
      });
    }
  });
});

describe('no advice', () => {
  it.each([
    'export const softmax = (l) => l; export default softmax;',
    'export function softmax(l) { return l; } export { softmax as default };',
    'const mine = (l) => l; export { mine as softmax, mine as default };',
    'export const sigmoid = (z) => z; export default { sigmoid };',
    'export const sigmoid = (z) => z; export default function helper() {}',
    'export const sigmoid = (z) => z; export default (l) => l;',
    'export const sigmoid = (z) => z; export default function (l) { return l; }',
    'export const sigmoid = (z) => z; export default class Softmax {}',
    'export const sigmoid = (z) => z; const softmax = 1; export default softmax;',
  ])('on %s', async (code) => {
    await opened({ 'ada.js': code }, (sandbox) => expect(sandbox.advice).toEqual([]));
  });

  it('on a file that another one imports, and on declarations', async () => {
    const files = {
      'main.js': "export { default as f } from './log.js'; import './set-up.js';",
      'log.js': 'export default function (x) { return x; }',
      'set-up.js': 'function quiet() {}',
      'contract.d.ts': 'export declare function g(x: number): number;',
    };
    await opened(files, (sandbox) => {
      expect([...sandbox.functions.keys()]).toEqual(['f']);
      expect(sandbox.advice).toEqual([]);
    });
  });
});

describe('a submission that is to forget', () => {
  const code = 'let n = 0; export const count = () => ++n; export const random = () => Math.random();';
  const valueOf = (sandbox: Sandbox, name: string): Value => {
    const outcome = sandbox.call(name, []);
    return outcome.kind === 'value' ? outcome.value : outcome.kind;
  };

  it('begins again', () =>
    opened({ 'ada.js': code }, (sandbox) => {
      const counted = [valueOf(sandbox, 'count'), valueOf(sandbox, 'count')];
      sandbox.forget();
      expect([...counted, valueOf(sandbox, 'count'), valueOf(sandbox, 'count')]).toEqual([1, 2, 1, 2]);
    }));

  it('finds the same random numbers, or others', () =>
    opened({ 'ada.js': code }, (sandbox) => {
      const [first, second] = [valueOf(sandbox, 'random'), valueOf(sandbox, 'random')];
      sandbox.forget();
      expect(valueOf(sandbox, 'random')).toBe(first);
      sandbox.forget(true);
      expect(valueOf(sandbox, 'random')).toBe(second);
      sandbox.forget();
      expect(valueOf(sandbox, 'random')).toBe(first);
    }));
});

describe('an engine that was spoilt', () => {
  it('counts what loading again costs', async () => {
    const code = 'for (let i = 0; i < 1e6; i++); export const hang = () => { for (;;); }; export const f = () => 1;';
    await opened({ 'ada.js': code }, (sandbox) => {
      sandbox.call('hang', []);
      const before = sandbox.ticks;
      expect(sandbox.call('f', [])).toMatchObject({ value: 1 });
      expect(sandbox.ticks - before).toBeGreaterThan(10);
    });
  });
  it('is set up again, with the state of just after loading', async () => {
    const code =
      'let n = 0; export const next = () => ++n; export const hang = () => { for (;;); }; export const seed = () => Math.random();';
    await opened({ 'ada.js': code }, (sandbox) => {
      expect(sandbox.call('next', [])).toMatchObject({ value: 1 });
      expect(sandbox.call('next', [])).toMatchObject({ value: 2 });
      const first = sandbox.call('seed', []);
      expect(sandbox.call('hang', [])).toEqual({ kind: 'timeout' });
      expect(sandbox.call('next', [])).toMatchObject({ value: 1 });
      expect(sandbox.call('seed', [])).toEqual(first);
    });
  });
});

it('no name of the code that runs beside the student is within reach', async () => {
  const code = `export const reach = () => [typeof createHarness, Function('return typeof createHarness')(),
    Object.getOwnPropertyNames(globalThis).filter((name) => /harness|prelude|^define$/i.test(name))];`;
  await opened({ 'ada.js': code }, (sandbox) => {
    expect(sandbox.call('reach', [])).toMatchObject({ kind: 'value', value: ['undefined', 'undefined', []] });
  });
});
