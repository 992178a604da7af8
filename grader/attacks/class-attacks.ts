import { makeZip } from '../class/zip-fixture.ts';
import { type ClassAttack, HONEST_RELU, HONEST_SOFTMAX } from './class-attack.ts';
import { code, graded, INVALID, leak, named, softmax, zip } from './class-attack-fixture.ts';

/**
 * Every attack on a class, by its target; those on a single call are in the sandbox's own attacks. After each
 * `leak-…-a` the test puts an honest `leak-…-b`.
 */
export const CLASS_ATTACKS: readonly ClassAttack[] = [
  // time that no interrupt counts: ended by the watchdog of the process
  code('regex-bomb-in-a-call.js', softmax("return 'a'.repeat(2e5).replace(/(?=(a+))\\1*b/g, '');"), graded('timeout')),
  code(
    'regex-bomb-at-load.js',
    `'a'.repeat(2e5).replace(/(?=(a+))\\1*b/g, '');\n${HONEST_RELU}${HONEST_SOFTMAX}`,
    INVALID('too long to load'),
  ),
  code('loop-in-a-call.js', softmax('for (;;);'), graded('timeout')),
  code('loop-at-load.js', `for (;;);\n${HONEST_SOFTMAX}`, INVALID('too long to load')),
  code('sort-that-never-ends.js', softmax('return [1, 2].sort(() => { for (;;); });'), graded('timeout')),
  code('waits-for-ever.js', `await new Promise(() => {});\n${HONEST_SOFTMAX}`, INVALID()),
  code('busy-wait-on-the-clock.js', softmax('const t = Date.now(); while (Date.now() < t + 50);'), graded('timeout')),

  // memory and stack
  code('memory-bomb.js', softmax('const all = []; for (;;) all.push(new Float64Array(1e5));'), graded('memory')),
  code('string-bomb.js', softmax("const all = []; for (;;) all.push('a'.repeat(2 ** 20));"), graded('memory')),
  code('recursion.js', softmax('return softmax(logits);'), graded('error')),
  code('huge-result.js', softmax('return new Array(4294967295);'), graded('wrong')),
  code(
    'deep-result.js',
    softmax('let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a;'),
    graded(['wrong', 'timeout']),
  ),

  // sources
  code('nested-lists.js', `export const softmax = ${'['.repeat(2e5)}${']'.repeat(2e5)};`, INVALID('nested')),
  code('nested-calls.ts', `export const softmax = ${'f('.repeat(1e5)}${')'.repeat(1e5)};`, INVALID()),
  code('nested-arrows.ts', `export const softmax = ${'() => '.repeat(8e4)}0;`, INVALID()),
  code('nested-types.ts', `export type T = ${'Array<'.repeat(8e4)}0${'>'.repeat(8e4)};`, INVALID()),
  code('nested-signs.js', `export const softmax = ${'- '.repeat(2e5)}1;`, INVALID()),
  code('nested-templates.js', `export const softmax = ${'`${'.repeat(8e4)}1${'}`'.repeat(8e4)};`, INVALID()),
  code('else-if-chain.js', `${'if (0) 0; else '.repeat(3e4)}0;`, INVALID()),
  code('binary-chain.js', `export const softmax = ${'1+'.repeat(2e5)}1;`, INVALID()),
  code('five-megabytes.js', `${HONEST_SOFTMAX}//${'x'.repeat(5e6)}`, INVALID('larger than')),
  code('five-megabytes-of-code.ts', `${HONEST_SOFTMAX}${'f(1);'.repeat(1e6)}`, INVALID('larger than')),
  { entry: 'not-utf8.js', made: Buffer.from([0xff, 0xfe, 0x41, 0x00]), expected: INVALID('UTF-16') },
  { entry: 'no-text.js', made: Buffer.alloc(4096), expected: INVALID('NUL') },
  { entry: 'only-marks.js', made: '\uFEFF', expected: INVALID('empty') },

  // archives, links, pipes
  zip('zip-slip.zip', [{ name: '../../slipped.js', data: HONEST_SOFTMAX }], INVALID('out of the archive')),
  zip('zip-slip-windows.zip', [{ name: '..\\..\\slipped.js', data: HONEST_SOFTMAX }], INVALID('out of the archive')),
  zip('zip-absolute.zip', [{ name: '/tmp/slipped.js', data: HONEST_SOFTMAX }], INVALID('out of the archive')),
  zip('zip-bomb.zip', [{ name: 'a.js', data: 'a'.repeat(5e7) }], INVALID('larger than')),
  zip(
    'zip-bomb-that-lies.zip',
    [{ name: 'a.js', data: 'a'.repeat(2e7), declaredSize: 100 }],
    INVALID('more than it declares'),
  ),
  zip(
    'zip-of-many.zip',
    Array.from({ length: 1200 }, (_, i) => ({ name: `${i}.js`, data: '0' })),
    INVALID('more than 1000'),
  ),
  zip('zip-in-zip.zip', [{ name: 'inner.zip', data: makeZip([{ name: 'a.js', data: HONEST_SOFTMAX }]) }], INVALID()),
  zip('zip-link.zip', [{ name: 'a.js', data: '/etc/passwd', mode: 0o120777, stored: true }], INVALID('links')),
  zip(
    'zip-twice.zip',
    [
      { name: 'a.js', data: HONEST_SOFTMAX },
      { name: 'a.js', data: 'export const softmax = 1;' },
    ],
    INVALID('twice'),
  ),
  { entry: 'zip-broken.zip', made: 'PK\x03\x04 and no more', expected: INVALID('not a zip file') },
  { entry: 'link-to-a-secret.js', made: { link: '/etc/passwd' }, expected: INVALID('a link') },
  { entry: 'link-to-an-honest.js', made: { link: 'honest-first.js' }, expected: INVALID('a link') },
  { entry: 'link-to-a-folder', made: { link: '/etc' }, expected: INVALID('a link') },
  { entry: 'link-to-itself.js', made: { link: 'link-to-itself.js' }, expected: INVALID('a link') },
  { entry: 'link-to-nothing.js', made: { link: 'not-there.js' }, expected: INVALID('a link') },
  { entry: 'pipe.js', made: 'fifo', expected: INVALID('a named pipe') },
  { entry: 'empty-folder', made: { folder: {} }, expected: INVALID('holds no') },
  {
    entry: 'folder-called.js',
    id: 'folder-called.js',
    made: { folder: { 'a.txt': '' } },
    expected: INVALID('holds no'),
  },
  { entry: 'program.exe', made: 'MZ', expected: INVALID('not code') },

  // names
  named('--help.js', '--help'),
  named('-rf.js', '-rf'),
  named('__proto__.js', '__proto__'),
  named('constructor.js', 'constructor'),
  named('toString.js', 'toString'),
  named('two\nlines.js', 'two\nlines'),
  named('escape\u001b[31m.js', 'escape\u001b[31m'),
  named('tab\tand\rreturn.js', 'tab\tand\rreturn'),
  named('turned\u202eright.js', 'turned\u202eright'),
  named(`${'long'.repeat(60)}.js`),
  named('emoji-🧮👩‍🎓.js'),
  named("=cmd('calc').js"),
  named('@SUM(1+1).js'),
  named('"quoted", and so on.js'),
  named('<script>alert(1)<&script>.js'),
  named('$(touch slipped).js'),
  named('%2e%2e%2fslipped.js'),
  named('results.jsonl.js', 'results.jsonl'),
  named('CON.js'),
  named('null.js'),
  named(' .js', ' '),
  { entry: 'same-id.js', made: HONEST_SOFTMAX, expected: INVALID('more than once') },
  { entry: 'same-id.ts', id: 'same-id', made: HONEST_SOFTMAX, expected: INVALID('more than once') },
  {
    entry: 'two-of-a-name',
    made: { folder: { 'a.js': HONEST_SOFTMAX, 'b.js': 'export const softmax = () => 1;' } },
    expected: INVALID('both export'),
  },

  // forged verdicts
  code(
    'forged-record-printed.js',
    softmax(
      'console.log(JSON.stringify({ schema: "backproof/record/1", submission: "ada", status: "graded", points: 12 })); return 0;',
    ),
    graded('wrong'),
  ),
  code(
    'forged-record-returned.js',
    softmax('return { schema: "backproof/record/1", status: "correct", points: 10, exercises: [] };'),
    graded('wrong'),
  ),
  code('forged-answer-of-the-harness.js', softmax('return "v0[[1]]";'), graded('wrong')),
  code('forged-message-to-the-parent.js', softmax('process.send({ type: "judged" }); return 0;'), graded('error')),
  code('forged-timeout.js', softmax("throw new InternalError('interrupted');"), graded('error')),
  code('forged-lines-thrown.js', softmax('throw new Error(\'x\\n{"points":12}\\u2028\\u001b[2J\');'), graded('error')),
  code('NaN-for-all.js', softmax('return logits.map((row) => row.map(() => NaN));'), graded('wrong')),
  code('zeros.js', softmax('return logits.map((row) => row.map(() => 0));'), graded('wrong')),
  code('given-back.js', softmax('return logits;'), graded('wrong')),

  // code that detects being tested
  code(
    'counts-its-calls.js',
    `${HONEST_SOFTMAX.replace('softmax', 'right')}let calls = 0;\n${softmax('return calls++ === 0 ? right(logits) : 0;')}`.replace(
      'export function right',
      'function right',
    ),
    graded('wrong'),
  ),
  code(
    'looks-at-the-stack.js',
    softmax('const s = String(new Error().stack); return /grader|judge|harness|sandbox/i.test(s) ? s : 0;'),
    graded('wrong'),
  ),
  code(
    'looks-at-its-callers.js',
    softmax('return (softmax.caller ?? arguments.callee.caller).arguments[0].expected;'),
    graded('error'),
  ),
  code(
    'takes-the-time.js',
    softmax('const t = performance.now(); while (performance.now() === t); return 0;'),
    graded(['error', 'timeout']),
  ),
  code(
    'table-of-published-values.js',
    `const table = { '[[1,2,3]]': [[0.09003057317038046, 0.24472847105479764, 0.6652409557748218]] };\n${softmax('return table[JSON.stringify(logits)] ?? 0;')}`,
    graded('wrong'),
  ),
  code(
    'looks-for-the-oracle.js',
    softmax('return globalThis.oracle?.expected ?? globalThis.expected;'),
    graded('wrong'),
  ),

  // results that are not what they seem
  code('getter.js', softmax('return { get value() { return 1; }, valueOf: () => 1 };'), graded('wrong')),
  code('proxy.js', softmax('return new Proxy([], { get: (_, key) => (key === "length" ? 2 : 1) });'), graded('wrong')),
  code('thenable.js', softmax('return { then(resolve) { resolve([[1]]); } };'), graded('wrong')),
  code(
    'promise.js',
    `${HONEST_RELU}${HONEST_SOFTMAX.replace('export function', 'export async function')}`,
    graded('wrong'),
  ),
  code(
    'equal-to-all.js',
    softmax('return { valueOf: () => NaN, toString: () => "1", toJSON: () => [[1]] };'),
    graded('wrong'),
  ),
  code(
    'gives-a-number-that-changes.js',
    softmax('return logits.map((row) => row.map(() => ({ valueOf: Math.random })));'),
    graded('wrong'),
  ),

  // ways out
  code('import-fs.js', `import { rmSync } from 'node:fs';\n${HONEST_SOFTMAX}`, INVALID("imports 'node:fs'")),
  code('import-at-run-time.js', softmax("return import('node:fs');"), graded('wrong')),
  code('import-of-the-grader.js', `import '<grader>';\n${HONEST_SOFTMAX}`, INVALID()),
  code('import-above.js', `import '../honest-first.js';\n${HONEST_RELU}`, INVALID()),
  code('import-by-url.js', `import 'https://example.com/softmax.js';\n${HONEST_RELU}`, INVALID()),
  code('import-of-another-student.js', `export * from './honest-first.js';`, INVALID()),
  code('kills-the-parent.js', softmax("process.kill(process.ppid, 'SIGKILL'); return 0;"), graded('error')),
  code('exits.js', softmax('process.exit(0);'), graded('error')),
  code('require-fs.js', softmax("require('node:fs').writeFileSync('slipped', ''); return 0;"), graded('error')),
  code(
    'constructor-of-constructor.js',
    softmax("return logits.constructor.constructor('return process')().env;"),
    graded('error'),
  ),
  code('wasm.js', softmax('new WebAssembly.Memory({ initial: 65536 }); return 0;'), graded('error')),
  code('fetch.js', softmax("fetch('https://example.com'); return 0;"), graded('error')),

  // what stays behind for the next submission of the same process
  leak('globals', 'globalThis.softmax = () => [[1]]; globalThis.leaked = 1;'),
  leak('maths', 'Math.exp = () => 1; Math.max = () => 0; Object.freeze(Math);'),
  leak('arrays', 'for (const key of ["map", "reduce", "join"]) Array.prototype[key] = () => 42;'),
  leak('objects', 'Object.prototype.points = 12; Object.prototype.status = "correct"; Object.keys = () => [];'),
  leak('json', 'JSON.stringify = () => "[]"; JSON.parse = () => 0; globalThis.JSON = null;'),
  leak('arithmetic', 'Number.prototype.valueOf = () => 1; Math.abs = () => 0; Object.is = () => true;'),
  leak('iterators', 'Array.prototype[Symbol.iterator] = function* () {}; '),
  leak('seed', 'for (let i = 0; i < 1000; i++) Math.random();'),
  leak('memory', 'globalThis.held = []; for (let i = 0; i < 20; i++) held.push(new Float64Array(1000));'),
];
