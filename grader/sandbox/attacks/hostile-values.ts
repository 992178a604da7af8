import { type Attack, body, MEMORY, nonsense, TIMEOUT, threw, value } from './attack.ts';

/** Results and errors that lie about themselves, change while they are read, or run code when they are. */
export const HOSTILE_VALUES: readonly Attack[] = [
  { name: 'DataView', code: body('return new DataView(new ArrayBuffer(8));'), expected: nonsense('a DataView') },
  { name: 'ArrayBuffer', code: body('return new ArrayBuffer(8);'), expected: nonsense('an ArrayBuffer') },
  { name: 'WeakRef', code: body('return new WeakRef(x);'), expected: nonsense('a WeakRef') },
  {
    name: 'SharedArrayBuffer under a typed array',
    code: body('return new Float64Array(new SharedArrayBuffer(16));'),
    expected: value([0, 0]),
  },
  {
    name: 'record that poses as a huge array',
    code: body('return { length: 2 ** 53 - 1, 0: 1 };'),
    expected: value({ length: 2 ** 53 - 1, 0: 1 }),
  },
  {
    name: 'subclass of Array that lies about its length',
    code: body('class Liar extends Array { get length() { return 9; } } return Liar.from([1, 2]);'),
    expected: value([1, 2]),
  },
  {
    name: 'Symbol.species that gives something else',
    code: body(
      'class A extends Array { static get [Symbol.species]() { return Object; } } return [A.from(x).map(() => 1).length];',
    ),
    expected: value([undefined]),
  },
  {
    name: 'Symbol.toPrimitive in the place of a number',
    code: body('return [{ [Symbol.toPrimitive]: () => 1 }];'),
    expected: value([{}]),
  },
  {
    name: 'Proxy whose descriptors hold other numbers',
    code: body(
      'return new Proxy([1, 2], { getOwnPropertyDescriptor(t, k) { const d = Reflect.getOwnPropertyDescriptor(t, k); return k === "length" ? d : { ...d, value: NaN }; } });',
    ),
    expected: value([NaN, NaN]),
  },
  {
    name: 'Proxy whose length is NaN, before many elements',
    code: body(
      'const p = new Proxy([], { getOwnPropertyDescriptor(t, k) { const d = Reflect.getOwnPropertyDescriptor(t, k); return k === "length" ? { ...d, value: NaN } : d; } }); return [p, new Array(150_000).fill(1)];',
    ),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'Proxy that is revoked while it is read',
    code: body(
      'const { proxy, revoke } = Proxy.revocable([1, 2], { getOwnPropertyDescriptor(t, k) { revoke(); return Reflect.getOwnPropertyDescriptor(t, k); } }); return proxy;',
    ),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'Proxy that calls the function again while it is read',
    code: `let calls = 0;\n${body('return calls++ > 0 ? 0 : new Proxy([1], { getOwnPropertyDescriptor(t, k) { attack(x); return Reflect.getOwnPropertyDescriptor(t, k); } });')}`,
    expected: value([1]),
  },
  {
    name: 'Proxy whose trap recurses',
    code: body('return new Proxy({}, { ownKeys() { const f = () => f() + 1; return f(); } });'),
    expected: nonsense('a value that cannot be read'),
  },
  {
    name: 'Proxy whose trap eats memory',
    code: body('return new Proxy({}, { ownKeys() { const a = []; for (;;) a.push(new Float64Array(1e4)); } });'),
    expected: MEMORY,
  },
  {
    name: 'Proxy of a Proxy of itself, without end',
    code: body(
      'const h = { getOwnPropertyDescriptor: (t, k) => k === "length" ? Reflect.getOwnPropertyDescriptor(t, k) : { value: new Proxy([0], h), configurable: true } }; return new Proxy([0], h);',
    ),
    expected: nonsense('a value nested too deep'),
  },
  {
    name: 'lone surrogates',
    code: body('return "\\ud800\\udfff\\udc00";'),
    expected: value('\ud800\udfff\udc00'),
  },
  {
    name: 'throw a revoked Proxy',
    code: body('const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy;'),
    expected: threw('a value that cannot be read'),
  },
  {
    name: 'throw a Promise',
    code: body('throw Promise.reject(new Error("x"));'),
    expected: threw('an object'),
  },
  {
    name: 'throw accessors alone',
    code: body(
      'throw new (class extends Error { get name() { throw 1; } get message() { for (;;); } get stack() { for (;;); } toString() { throw 2; } })();',
    ),
    expected: threw('an object'),
  },
  {
    name: 'throw an object whose prototypes have no end',
    code: body('throw new Proxy({}, { getPrototypeOf() { return new Proxy({}, this); } });'),
    expected: threw('an object'),
  },
  {
    name: 'throw a Proxy with an endless trap',
    code: body('throw new Proxy(new Error("a"), { getOwnPropertyDescriptor() { for (;;); } });'),
    expected: TIMEOUT,
  },
  {
    name: 'throw a name without end',
    code: body('const e = new Error("m"); e.name = "N".repeat(1e5); throw e;'),
    expected: { kind: 'threw' },
  },
  {
    name: 'throw a cause that is the error itself',
    code: body('const e = new Error("a"); e.cause = e; throw e;'),
    expected: threw('Error: a'),
  },
];
