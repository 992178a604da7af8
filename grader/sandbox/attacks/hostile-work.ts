import { type Attack, body, MEMORY, nonsense, patched, TIMEOUT, value } from './attack.ts';

/** Built-ins that work long, hooks that listen to the harness, and modules that load something else. */
export const HOSTILE_WORK: readonly Attack[] = [
  // time and memory within built-ins
  { name: 'nested quantifiers', code: body("return /^(a+)+$/.test('a'.repeat(40) + 'b');"), expected: TIMEOUT },
  { name: 'equal alternatives', code: body("return /^(a|a)*$/.test('a'.repeat(40) + 'b');"), expected: TIMEOUT },
  { name: 'back reference', code: body("return /(a*)*\\1b/.test('a'.repeat(60));"), expected: TIMEOUT },
  {
    name: 'counted quantifiers',
    code: body("return new RegExp('(?:a{0,1000}){0,1000}b').test('a'.repeat(3000));"),
    expected: TIMEOUT,
  },
  { name: 'split by a slow pattern', code: body("return 'a'.repeat(3e4).split(/(?:a+)+b/);"), expected: TIMEOUT },
  { name: 'deep JSON', code: body('return JSON.parse("[".repeat(1e5));'), expected: { kind: 'threw' } },
  { name: 'BigInt power', code: body('return 2n ** 100000000n;'), expected: { kind: 'threw' } },
  {
    name: 'fill of something long',
    code: body('return Array.prototype.fill.call({ length: 2 ** 40 }, 1);'),
    expected: MEMORY,
  },
  { name: 'Array.from of something long', code: body('return Array.from({ length: 1e9 });'), expected: MEMORY },
  {
    name: 'generators that delegate to each other',
    code: body('function* g() { yield* g(); } return [...g()];'),
    expected: { kind: 'threw' },
  },
  {
    name: 'work put off into promises',
    code: body('(async () => { for await (const y of (async function* () { for (;;) yield 1; })()); })(); return [1];'),
    expected: value([1]),
  },
  {
    name: 'finalizers that never end',
    code: body(
      'const r = new FinalizationRegistry(() => { for (;;); }); for (let i = 0; i < 1000; i++) r.register({}, i); return [1];',
    ),
    expected: value([1]),
  },
  { name: 'Atomics', code: body('return typeof Atomics;'), expected: value('undefined') },

  // hooks
  {
    name: 'hooks of regular expressions',
    code: patched('RegExp.prototype.exec = () => { throw 1; }; RegExp.prototype[Symbol.replace] = () => "forged";'),
    expected: value([1, 2]),
  },
  {
    name: 'where functions were written, forged',
    code: patched(
      'for (const key of ["fileName", "lineNumber", "columnNumber"]) Object.defineProperty(Function.prototype, key, { get: () => "/etc/passwd" });',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'prototype of functions replaced by a Proxy',
    code: patched(
      'Object.setPrototypeOf(Function.prototype, new Proxy({}, { get: () => () => 42, has: () => true }));',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'globals that nothing can be added to',
    code: patched('Object.preventExtensions(globalThis); Object.freeze(Function.prototype);'),
    expected: value([1, 2]),
  },
  {
    name: 'namespace that is a thenable',
    code: `export function then(resolve) { resolve({ attack: () => 42 }); }\n${body('return [1];')}`,
    expected: value([1]),
  },
  {
    name: 'names of the globals of the follow-through',
    code: body('return typeof globalThis["__backproof" + "StandIn"];'),
    expected: value('undefined'),
  },

  // modules
  { name: 'import.meta', code: body('return import.meta;'), expected: value({}) },
  {
    name: 'refused import caught',
    code: `await import('node:fs').catch(() => 0);\n${body('return [1];')}`,
    expected: value([1]),
  },
  {
    name: 'import at run time in a result',
    code: body("return [import('./honest.js')];"),
    expected: nonsense('a Promise'),
  },
  {
    name: 'top-level await of an endless thenable',
    code: `await { then() { for (;;); } };\n${body('return 1;')}`,
    expected: { kind: 'unloaded', message: 'takes too long to load' },
  },
  {
    name: 'import of a data URL',
    code: `import 'data:text/javascript,1';\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },
  {
    name: 'import of a file URL',
    code: `import 'file:///etc/passwd';\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },
];
