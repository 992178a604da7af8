import { expect, test } from 'vitest';
import { type Heard, listen } from './listen.ts';
import { Sandbox } from './sandbox.ts';

const LIMITS = { ticks: 60, memoryMiB: 32 };

/** What is heard of a submission whose functions are each called with 1 and with 2. */
async function heard(code: string, ...exercises: string[]): Promise<Heard[]> {
  const all: Heard[] = [];
  const calls = [[1], [2]];
  const wanted = exercises.map((exercise) => ({ exercise, calls }));
  for await (const each of listen([{ path: 'ada.js', code }], LIMITS, wanted)) all.push(each);
  return all;
}

/** The lines that one call prints. */
async function lines(body: string): Promise<string[] | undefined> {
  return (await heard(`export function f(z) { ${body} }`, 'f'))[0]?.lines;
}

test.each<[call: string, line: string]>([
  ['log("a", 1, -0, NaN, true, null, undefined, 2n)', 'a 1 -0 NaN true null undefined 2n'],
  ['warn([1, [2, ["x"]], , { get y() { return 1 } }])', '[ 1, [ 2, [ "x" ] ], <empty>, { y: [Getter] } ]'],
  ['error(new RangeError("too far"), () => 1, Symbol("s"))', 'RangeError: too far [function] [symbol]'],
  [
    'info(new Float64Array([1, 0.5]), new Map([["k", [1]]]), new Set([1]))',
    'Float64Array(2) [ 1, 0.5 ] Map(1) { "k" => [ 1 ] } Set(1) { 1 }',
  ],
  ['log("%s of %d %i%% %j %x", "a", 1.5, 2.7, ["b"], "rest")', 'a of 1.5 2% [ "b" ] %x rest'],
  ['log(new (class Layer { w = 1 })(), {}, [])', 'Layer { w: 1 } {} []'],
  ['log([[[[[[1]]]]]])', '[ [ [ [ [ [Array] ] ] ] ] ]'],
  ['table([{ a: 1 }])', '[ { a: 1 } ]'],
  ['assert(z > 1, "small", z)', 'Assertion failed: small 1'],
  ['log(Array(1000).fill(7))', `[ ${'7, '.repeat(50)}… 950 more ]`],
])('console.%s', async (call, line) => {
  expect(await lines(`console.${call}`)).toEqual([line]);
});

test.each([
  ['a cycle', 'const a = []; a[0] = a; console.log(a)'],
  ['a proxy', 'console.log(new Proxy([], { getOwnPropertyDescriptor() { throw 1 } }))'],
  [
    'patched built-ins',
    'Array.prototype[Symbol.iterator] = Object.getOwnPropertyNames = Map.prototype.forEach = null; console.log([new Map(), { a: 1 }])',
  ],
])('%s is written too', async (_, body) => {
  expect(await lines(body)).toHaveLength(1);
});

test('it says where: while the code is loaded, and by the first call that prints', async () => {
  const code = `console.log('top'); export const f = (z) => z > 1 && console.log('f', z);
    export const g = (z) => console.log('g', z); export const silent = () => console.assert(true);`;
  expect(await heard(code, 'f', 'g', 'silent', 'none')).toEqual([
    { exercise: null, args: [], lines: ['top'], more: 0 },
    { exercise: 'f', args: [2], lines: ['f 2'], more: 0 },
    { exercise: 'g', args: [1], lines: ['g 1'], more: 0 },
  ]);
});

test('what is loaded again after a call without an end is heard once', async () => {
  const code = `console.log('top'); export const f = () => { for (;;) console.log('again'); }; export const g = (z) => console.log(z);`;
  const [top, f, g] = await heard(code, 'f', 'g');
  expect(top).toMatchObject({ exercise: null, lines: ['top'], more: 0 });
  expect(f).toMatchObject({ exercise: 'f', lines: Array(20).fill('again') });
  expect(f?.more).toBeGreaterThan(1000);
  expect(g).toMatchObject({ exercise: 'g', lines: ['1'], more: 0 });
});

test('a file that does not load says its lines once, and so do the others', async () => {
  const files = [
    { path: 'a.js', code: "console.log('a'); throw 1;" },
    { path: 'b.js', code: "console.log('b'); export const f = 1;" },
  ];
  const all: Heard[] = [];
  for await (const each of listen(files, LIMITS, [])) all.push(each);
  expect(all).toMatchObject([{ lines: ['a', 'b'] }]);
});

test('long texts and texts of many lines are cut', async () => {
  expect(await lines('console.log("x".repeat(1e6))')).toEqual([`${'x'.repeat(499)}…`]);
  const [found] = await heard('export function f() { console.log("a\\n".repeat(100)); }', 'f');
  expect(found).toMatchObject({ lines: Array(20).fill('a') });
  expect(found?.more).toBeGreaterThan(80);
});

test('without an ear a sandbox is as silent as before', async () => {
  const code = 'export const f = () => console.log.toString() + console.log(1)';
  const sandbox = await Sandbox.open([{ path: 'ada.js', code }], LIMITS);
  expect(sandbox.call('f', [])).toMatchObject({ kind: 'value', value: expect.stringMatching(/undefined$/) });
  sandbox.dispose();
});
