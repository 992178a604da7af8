import { type Attack, body, MEMORY, nonsense, patched, TIMEOUT, threw, value } from './attack.ts';

/** Every attack on one call, by its target. A regex that backtracks for ever is left to the outer deadline. */
export const ATTACKS: readonly Attack[] = [
  // time
  { name: 'while (true)', code: body('while (true);'), expected: TIMEOUT },
  { name: 'for (;;) with a body', code: body('let n = 0; for (;;) n++;'), expected: TIMEOUT },
  { name: 'comparator that never ends', code: body('return [3, 1, 2].sort(() => { for (;;); });'), expected: TIMEOUT },
  {
    name: 'iterator that never ends',
    code: body('for (const x of { *[Symbol.iterator]() { for (;;) yield; } }) x;'),
    expected: TIMEOUT,
  },
  { name: 'interrupt caught', code: body('for (;;) { try { for (;;); } catch {} }'), expected: TIMEOUT },
  {
    name: 'interrupt escaped through finally',
    code: body('try { for (;;); } finally { return [1]; }'),
    expected: TIMEOUT,
  },
  {
    name: 'interrupt swallowed by an async function',
    code: body('(async () => { for (;;); })(); return [1];'),
    expected: TIMEOUT,
  },
  {
    name: 'interrupt swallowed by a promise',
    code: body('new Promise(() => { for (;;); }); return [1];'),
    expected: TIMEOUT,
  },
  {
    name: 'endless trap of a Proxy in the result',
    code: body('return new Proxy({}, { ownKeys() { for (;;); } });'),
    expected: TIMEOUT,
  },
  {
    name: 'endless getPrototypeOf trap',
    code: body('return new Proxy({}, { getPrototypeOf() { for (;;); } });'),
    expected: TIMEOUT,
  },
  {
    name: 'prototype chain without end',
    code: body('const p = new Proxy({}, { getPrototypeOf: () => ({ __proto__: p }) }); return p;'),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'top-level loop',
    code: `while (true);\n${body('return 1;')}`,
    expected: { kind: 'unloaded', message: 'takes too long to load' },
  },
  {
    name: 'top-level await that never settles',
    code: `await new Promise(() => {});\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },
  {
    name: 'endless chain of jobs at load',
    code: `const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },
  {
    name: 'forged interrupt',
    code: body("throw { name: 'InternalError', message: 'interrupted' };"),
    expected: threw('InternalError: interrupted'),
  },
  {
    name: 'forged interrupt of the right class',
    code: body("throw new InternalError('interrupted');"),
    expected: threw('InternalError: interrupted'),
  },

  // memory
  {
    name: 'arrays without end',
    code: body('const all = []; for (;;) all.push(new Array(1000).fill(1));'),
    expected: MEMORY,
  },
  { name: 'small objects without end', code: body('let list = null; for (;;) list = { list };'), expected: MEMORY },
  {
    name: 'string doubled without end',
    code: body("let s = 'a'; for (;;) s += s + Math.random();"),
    expected: { kind: 'threw' },
  },
  { name: 'repeat', code: body("const all = []; for (;;) all.push('a'.repeat(2 ** 22));"), expected: MEMORY },
  {
    name: 'typed arrays without end',
    code: body('const all = []; for (;;) all.push(new Float64Array(100000));'),
    expected: MEMORY,
  },
  { name: 'one huge typed array', code: body('return new Float64Array(1e9);'), expected: { kind: 'threw' } },
  {
    name: 'Map that grows',
    code: body('const m = new Map(); for (let i = 0; ; i++) m.set(i, [i]);'),
    expected: MEMORY,
  },
  {
    name: 'memory caught',
    code: body('try { const a = []; for (;;) a.push(new Array(1000).fill(1)); } catch { return 7; }'),
    expected: value(7),
  },
  {
    name: 'memory bomb at load',
    code: `const a = []; for (;;) a.push(new Array(1000).fill(1));\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },

  // stack
  { name: 'deep recursion', code: body('return attack(x) + 1;'), expected: threw('InternalError: stack overflow') },
  {
    name: 'deep recursion caught',
    code: body('let n = 0; const f = () => { n++; f(); }; try { f(); } catch { return n > 10; }'),
    expected: value(true),
  },
  {
    name: 'recursion through toString',
    code: body('const o = { toString() { return `${o}`; } }; return `${o}`;'),
    expected: { kind: 'threw' },
  },
  {
    name: 'recursion through a getter',
    code: body('const o = { get a() { return this.a; } }; return o.a;'),
    expected: { kind: 'threw' },
  },
  {
    name: 'recursion through sort',
    code: body('const f = () => [2, 1].sort(f); return f();'),
    expected: { kind: 'threw' },
  },
  {
    name: 'recursion through Proxies',
    code: body('let p = {}; for (let i = 0; i < 20000; i++) p = new Proxy(p, {}); return p.a;'),
    expected: { kind: 'threw' },
  },
  {
    name: 'deep JSON',
    code: body("return JSON.parse('['.repeat(50000) + ']'.repeat(50000));"),
    expected: { kind: 'threw' },
  },
  {
    name: 'deep eval',
    code: body("return (0, eval)('['.repeat(50000) + ']'.repeat(50000));"),
    expected: { kind: 'threw' },
  },
  {
    name: 'deep regular expression',
    code: body("return new RegExp('('.repeat(50000) + ')'.repeat(50000)).test('');"),
    expected: { kind: 'threw' },
  },
  {
    name: 'deep result',
    code: body('let a = []; for (let i = 0; i < 100000; i++) a = [a]; return a;'),
    expected: nonsense('a value nested too deep'),
  },
  {
    name: 'deep stringify',
    code: body('let a = []; for (let i = 0; i < 100000; i++) a = [a]; return JSON.stringify(a);'),
    expected: { kind: 'threw' },
  },
  {
    name: 'deep bound function',
    code: body('let f = () => 1; for (let i = 0; i < 20000; i++) f = f.bind(null); return f();'),
    expected: MEMORY,
  },

  // built-ins of the harness replaced
  { name: 'Array.isArray', code: patched('Array.isArray = () => false;'), expected: value([1, 2]) },
  {
    name: 'Object.keys',
    code: `Object.keys = () => ['forged'];\n${body('return { a: 1 };')}`,
    expected: value({ a: 1 }),
  },
  {
    name: 'Object.is',
    code: `Object.is = () => true;\n${body('x[0][0] = 9; return [0, -0];')}`,
    expected: value([0, -0]),
  },
  {
    name: 'Object.hasOwn',
    code: patched('Object.hasOwn = () => false; Object.prototype.hasOwnProperty = () => false;'),
    expected: value([1, 2]),
  },
  {
    name: 'Object.getOwnPropertyDescriptor',
    code: patched('Object.getOwnPropertyDescriptor = () => ({ value: 42 });'),
    expected: value([1, 2]),
  },
  {
    name: 'Object.getPrototypeOf',
    code: `Object.getPrototypeOf = () => null;\n${body('return new Map();')}`,
    expected: nonsense('a Map'),
  },
  {
    name: 'Reflect',
    code: patched(
      'for (const key of Object.keys(Object.getOwnPropertyDescriptors(Reflect))) try { Reflect[key] = () => 42; } catch {} globalThis.Reflect = null;',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'JSON',
    code: patched("JSON.stringify = () => '[9]'; JSON.parse = () => 9; globalThis.JSON = null;"),
    expected: value([1, 2]),
  },
  {
    name: 'Array.prototype methods',
    code: patched(
      'for (const key of Object.getOwnPropertyNames(Array.prototype)) try { Array.prototype[key] = () => 42; } catch {}',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'String.prototype methods',
    code: `for (const key of Object.getOwnPropertyNames(String.prototype)) try { String.prototype[key] = () => 'forged'; } catch {}\n${body("return 'a\\n';")}`,
    expected: value('a\n'),
  },
  {
    name: 'Number.prototype methods',
    code: patched(
      "Number.prototype.toString = () => '9'; Number.prototype.toJSON = () => 9; Number.prototype.valueOf = () => 9; Number.isFinite = () => false; globalThis.isFinite = () => false;",
    ),
    expected: value([1, 2]),
  },
  {
    name: 'Symbol.toPrimitive on Number.prototype',
    code: patched("Number.prototype[Symbol.toPrimitive] = () => '9';"),
    expected: value([1, 2]),
  },
  {
    name: 'Function.prototype.call and apply',
    code: patched('Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 42;'),
    expected: value([1, 2]),
  },
  {
    name: 'setters on Array.prototype indices',
    code: patched(
      'for (let i = 0; i < 9; i++) Object.defineProperty(Array.prototype, i, { set() { throw 1; }, get() { return 42; } });',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'accessors on Object.prototype',
    code: patched(
      "for (const key of ['value', 'get', 'set', 'next', 'parent', 'what', 'prototype', '0', '1', '', 'length', 'then', 'toJSON']) Object.defineProperty(Object.prototype, key, { __proto__: null, get() { return 42; }, set() { throw 1; } });",
    ),
    expected: value([1, 2]),
  },
  {
    name: 'then on Object.prototype',
    code: `Object.prototype.then = 5;\n${body('return [1, 2];')}`,
    expected: value([1, 2]),
  },
  {
    name: 'Symbol.iterator of arrays',
    code: patched('Array.prototype[Symbol.iterator] = function* () { yield 42; };'),
    expected: value([1, 2]),
  },
  {
    name: 'iterator of arrays, next',
    code: patched('Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });'),
    expected: value([1, 2]),
  },
  {
    name: 'Symbol.species',
    code: patched('Object.defineProperty(Array, Symbol.species, { get() { throw 1; } });'),
    expected: value([1, 2]),
  },
  {
    name: 'Symbol.toStringTag',
    code: `Object.prototype[Symbol.toStringTag] = 'Float64Array';\n${body('return { a: 1 };')}`,
    expected: value({ a: 1 }),
  },
  {
    name: 'typed array length replaced',
    code: `Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), 'length', { get: () => 1 });\n${body('return new Float64Array([1, 2, 3]);')}`,
    expected: value([1, 2, 3]),
  },
  {
    name: 'own length on a typed array',
    code: body("return Object.defineProperty(new Float64Array([1, 2]), 'length', { value: 1e9 });"),
    expected: value([1, 2]),
  },
  {
    name: 'globals replaced',
    code: patched(
      'for (const key of Object.getOwnPropertyNames(globalThis)) try { globalThis[key] = () => 42; } catch {}',
    ),
    expected: value([1, 2]),
  },
  {
    name: 'globals deleted',
    code: patched('for (const key of Object.getOwnPropertyNames(globalThis)) try { delete globalThis[key]; } catch {}'),
    expected: value([1, 2]),
  },
  {
    name: 'Object.prototype without a prototype to stand on',
    code: patched('Object.setPrototypeOf(Array.prototype, null);'),
    expected: value([1, 2]),
  },
  {
    name: 'Array.prototype frozen',
    code: patched('Object.freeze(Array.prototype); Object.freeze(Object.prototype);'),
    expected: value([1, 2]),
  },
  {
    name: 'Error.prepareStackTrace',
    code: `Error.prepareStackTrace = () => { throw 1; };\n${body("throw new Error('plain');")}`,
    expected: threw('Error: plain'),
  },

  // results that are not what they seem
  { name: 'toJSON', code: body('return { a: 1, toJSON() { return { a: 42 }; } };'), expected: value({ a: 1 }) },
  {
    name: 'inherited toJSON',
    code: body('return Object.create({ toJSON() { return 42; } }, { a: { value: 1, enumerable: true } });'),
    expected: value({ a: 1 }),
  },
  { name: 'valueOf', code: body('return { valueOf() { return 42; } };'), expected: value({}) },
  { name: 'boxed number', code: body('return new Number(42);'), expected: nonsense('a boxed number') },
  {
    name: 'boxed number with toJSON',
    code: body('return [Object.assign(new Number(1), { toJSON: () => 42 })];'),
    expected: nonsense('a boxed number'),
  },
  { name: 'boxed string', code: body("return Object('abc');"), expected: nonsense('a boxed string') },
  { name: 'getter', code: body('return { a: 1, get b() { return 42; } };'), expected: value({ a: 1 }) },
  {
    name: 'getter in an array',
    code: body('return Object.defineProperty([1], 0, { get: () => 42 });'),
    expected: nonsense('an array with accessors'),
  },
  { name: 'Promise', code: body('return Promise.resolve(1);'), expected: nonsense('a Promise') },
  { name: 'async function', code: 'export async function attack() { return 1; }', expected: nonsense('a Promise') },
  { name: 'generator', code: 'export function* attack() { yield 1; }', expected: nonsense('an iterator') },
  {
    name: 'async generator',
    code: 'export async function* attack() { yield 1; }',
    expected: nonsense('an async iterator'),
  },
  { name: 'thenable', code: body('return { then(resolve) { resolve(1); } };'), expected: nonsense('a Promise') },
  { name: 'inherited thenable', code: body('class T { then() {} } return new T();'), expected: nonsense('a Promise') },
  { name: 'function', code: body('return () => 1;'), expected: nonsense('a function') },
  { name: 'symbol', code: body('return [Symbol.iterator];'), expected: nonsense('a symbol') },
  { name: 'bigint', code: body('return 1n;'), expected: nonsense('a bigint') },
  { name: 'array of bigints', code: body('return new BigInt64Array(2);'), expected: nonsense('an array of bigints') },
  { name: 'Map', code: body('return new Map([[0, 1]]);'), expected: nonsense('a Map') },
  { name: 'subclass of Set', code: body('return new (class extends Set {})([1]);'), expected: nonsense('a Set') },
  { name: 'Date', code: body('return new Date();'), expected: nonsense('a Date') },
  { name: 'cyclic array', code: body('const a = [1]; a.push(a); return a;'), expected: nonsense('a cyclic value') },
  { name: 'cyclic record', code: body('const a = {}; a.b = { a }; return a;'), expected: value({ b: {} }) },
  {
    name: 'one array shared many times',
    code: body('let a = new Array(100).fill(0); for (let i = 0; i < 5; i++) a = new Array(100).fill(a); return a;'),
    expected: nonsense('too many elements'),
  },
  { name: 'huge sparse array', code: body('return new Array(4294967295);'), expected: nonsense('too many elements') },
  {
    name: 'length that is a lie',
    code: body('const a = []; a.length = 40_000; return a;'),
    expected: nonsense('an array with holes'),
  },
  {
    name: 'too many elements',
    code: body('return new Array(50_001).fill(0);'),
    expected: nonsense('too many elements'),
  },
  { name: 'too long a string', code: body("return 'a'.repeat(1e6);"), expected: nonsense('a string that is too long') },
  {
    name: 'Proxy of an array',
    code: body('return new Proxy([1, 2], { get() { return 42; } });'),
    expected: value([1, 2]),
  },
  {
    name: 'Proxy that lies about its descriptors',
    code: body(
      "return new Proxy({}, { ownKeys: () => ['a'], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });",
    ),
    expected: value({ a: 1 }),
  },
  {
    name: 'revoked Proxy',
    code: body('const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy;'),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'Proxy whose traps throw',
    code: body('return new Proxy({}, { ownKeys() { throw new Error(); } });'),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'Proxy around a function',
    code: 'export const attack = new Proxy(() => 1, { apply: () => [5] });',
    expected: value([5]),
  },
  {
    name: 'detached buffer',
    code: body('const a = new Float64Array(4); a.buffer.transfer?.(); return [a.length];'),
    expected: value([0]),
  },
  { name: 'forged answer of the harness', code: body("return 'v0[1,2]';"), expected: value('v0[1,2]') },
  {
    name: 'keys that need escaping',
    code: body('return JSON.parse(\'{"__proto__": 1, "a\\\\"]}": 2}\');'),
    expected: value(JSON.parse('{"__proto__": 1, "a\\"]}": 2}')),
  },
  {
    name: 'arguments object',
    code: body('return arguments;'),
    expected: value({
      0: [
        [1, 2],
        [3, 4],
      ],
    }),
  },

  // things thrown
  { name: 'throw undefined', code: body('throw undefined;'), expected: threw('undefined') },
  { name: 'throw null', code: body('throw null;'), expected: threw('null') },
  {
    name: 'throw a Proxy',
    code: body('throw new Proxy({}, { get() { throw 1; }, getOwnPropertyDescriptor() { throw 1; } });'),
    expected: threw('a value that cannot be read'),
  },
  {
    name: 'throw with a throwing toString',
    code: body("throw { toString() { throw new Error('inner'); } };"),
    expected: threw('an object'),
  },
  {
    name: 'throw with a getter for its message',
    code: body("const e = new Error(); Object.defineProperty(e, 'message', { get() { for (;;); } }); throw e;"),
    expected: threw('Error'),
  },
  {
    name: 'throw with an endless message',
    code: body("throw new Error('a'.repeat(1e6));"),
    expected: { kind: 'threw' },
  },
  {
    name: 'throw with a forged stack',
    code: body("const e = new Error('a'); e.stack = '    at x (/etc/passwd:1:1)'; throw e;"),
    expected: threw('Error: a'),
  },
  {
    name: 'throw with a stack that is a Proxy',
    code: body("const e = new Error('a'); e.stack = new Proxy([], {}); throw e;"),
    expected: threw('Error: a'),
  },
  {
    name: 'throw control characters',
    code: body("throw new Error('a\\x1b[2J\\nb\\u202e');"),
    expected: threw('Error: a [2J b'),
  },
  { name: 'throw a symbol', code: body('throw Symbol();'), expected: threw('a symbol') },
  {
    name: 'throw at load',
    code: `throw new Error('at load');\n${body('return 1;')}`,
    expected: { kind: 'unloaded', message: 'Error: at load' },
  },

  // ways out
  {
    name: 'host names',
    code: body(
      "return ['process', 'require', 'module', 'Buffer', 'fetch', 'std', 'os', 'print', 'scriptArgs', 'setTimeout', 'performance', 'navigator', 'WebAssembly', 'Worker', 'Atomics', 'global', 'window', 'self', 'bjson'].filter((name) => name in globalThis);",
    ),
    expected: value([]),
  },
  {
    name: 'constructor.constructor',
    code: body("return globalThis.constructor.constructor('return typeof process')();"),
    expected: value('undefined'),
  },
  {
    name: 'constructor of an argument',
    code: body("return x.constructor.constructor('return typeof process')();"),
    expected: value('undefined'),
  },
  {
    name: 'import of a host module',
    code: `import 'node:fs';\n${body('return 1;')}`,
    expected: {
      kind: 'unloaded',
      message:
        "imports 'node:fs', but a submission can import only its own files, as './math': there is no Node.js, and no file to read: take it out",
    },
  },
  {
    name: 'import of std',
    code: `import * as std from 'std';\n${body('return std;')}`,
    expected: { kind: 'unloaded' },
  },
  {
    name: 'import above the submission',
    code: `import '../../../etc/passwd';\n${body('return 1;')}`,
    expected: { kind: 'unloaded' },
  },
  { name: 'import of the harness', code: `import '<grader>';\n${body('return 1;')}`, expected: { kind: 'unloaded' } },
  { name: 'dynamic import', code: body("return import('fs');"), expected: nonsense('a Promise') },
  {
    name: 'caller and arguments',
    code: body("try { return typeof attack.caller; } catch { return 'none'; }"),
    expected: value('none'),
  },
  {
    name: 'callee of a sloppy function',
    code: `const f = Function('try { return typeof arguments.callee.caller } catch { return "none" }');\n${body('return f();')}`,
    expected: value('undefined'),
  },
  { name: 'this of the call', code: body('return this;'), expected: value(undefined) },
  {
    name: 'this of a sloppy function',
    code: "export const attack = Function('return Object.keys(this)');",
    expected: value([]),
  },

  // state
  {
    name: 'export replaced after load',
    code: 'export let attack = () => { attack = () => 2; return 1; }; attack = () => 3;',
    expected: value(3),
  },
  { name: 'Math.random', code: body('return Math.random() === Math.random();'), expected: value(false) },
  {
    name: 'clock',
    code: body('const t = Date.now(); for (let i = 0; i < 1e4; i++); return [Date.now() - t, new Date() - t];'),
    expected: value([0, 0]),
  },
];
