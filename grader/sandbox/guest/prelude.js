/**
 * What a submission finds beside ES2023: a `console` that says nothing, `structuredClone`, seeded `Math.random` and a
 * clock that does not move. Evaluated as a script before anything else; it takes what it needs out of the globals first.
 */
(() => {
  /** @type {(target: object, name: string, value: unknown) => object} */
  const define = (target, name, value) =>
    Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });

  for (const name of [
    'std',
    'os',
    'bjson',
    'scriptArgs',
    'print',
    'load',
    'loadScript',
    'performance',
    'navigator',
    'gc',
  ])
    delete (/** @type {Record<string, unknown>} */ (globalThis)[name]);

  const console = {};
  for (const name of [
    'assert',
    'clear',
    'count',
    'countReset',
    'debug',
    'dir',
    'dirxml',
    'error',
    'group',
    'groupCollapsed',
    'groupEnd',
    'info',
    'log',
    'profile',
    'profileEnd',
    'table',
    'time',
    'timeEnd',
    'timeLog',
    'timeStamp',
    'trace',
    'warn',
  ])
    define(console, name, { [name]() {} }[name]);
  define(globalThis, 'console', console);

  // Functions that imitate built-in ones are methods of an object literal, so that they are not constructors.
  /* oxlint-disable unbound-method */

  const { imul } = Math;
  let seed = 0x2545f491;
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  next();
  define(
    Math,
    'random',
    {
      random() {
        return ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
      },
    }.random,
  );

  const NOW = Date.UTC(2024, 0, 1);
  const RealDate = Date;
  const { construct } = Reflect;
  /** @param {unknown[]} parts */
  function StillDate(...parts) {
    if (new.target === undefined) return new RealDate(NOW).toString();
    return parts.length === 0 ? construct(RealDate, [NOW], new.target) : construct(RealDate, parts, new.target);
  }
  Object.defineProperty(StillDate, 'name', { value: 'Date', configurable: true });
  Object.defineProperty(StillDate, 'length', { value: 7, configurable: true });
  Object.defineProperty(StillDate, 'prototype', { value: RealDate.prototype, writable: false });
  define(StillDate, 'UTC', RealDate.UTC);
  define(StillDate, 'parse', RealDate.parse);
  define(
    StillDate,
    'now',
    {
      now() {
        return NOW;
      },
    }.now,
  );
  define(RealDate.prototype, 'constructor', StillDate);
  define(globalThis, 'Date', StillDate);

  const TypedArray = Object.getPrototypeOf(Float64Array);
  const tagOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag)).get;
  /** @type {(value: unknown) => never} */
  const refuse = (value) => {
    const error = new Error(
      typeof value === 'function' ? 'a function could not be cloned' : 'this value could not be cloned',
    );
    error.name = 'DataCloneError';
    throw error;
  };
  /** @type {(value: any, seen: Map<object, unknown>) => unknown} */
  const clone = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') refuse(value);
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    /** @type {<T>(copy: T) => T} */
    const keep = (copy) => {
      seen.set(value, copy);
      return copy;
    };
    if (tagOf.call(value) !== undefined) return keep(value.slice());
    if (value instanceof ArrayBuffer) return keep(value.slice(0));
    if (value instanceof RealDate) return keep(new RealDate(value.getTime()));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (value instanceof Number || value instanceof String || value instanceof Boolean)
      return keep(Object(value.valueOf()));
    if (value instanceof Map) {
      const copy = keep(new Map());
      // oxlint-disable-next-line no-useless-spread -- a getter within may change the map meanwhile
      for (const [key, item] of [...value]) copy.set(clone(key, seen), clone(item, seen));
      return copy;
    }
    if (value instanceof Set) {
      const copy = keep(new Set());
      // oxlint-disable-next-line no-useless-spread -- as above
      for (const item of [...value]) copy.add(clone(item, seen));
      return copy;
    }
    if (value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise || value instanceof WeakRef)
      refuse(value);
    const copy = keep(
      Array.isArray(value)
        ? // oxlint-disable-next-line no-new-array -- holes stay holes
          new Array(value.length)
        : value instanceof Error
          ? Object.create(Object.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value))
          : {},
    );
    for (const key of Object.keys(value))
      Object.defineProperty(copy, key, {
        value: clone(value[key], seen),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    return copy;
  };
  define(
    globalThis,
    'structuredClone',
    {
      /** @param {unknown} value */
      structuredClone(value) {
        if (arguments.length === 0) throw new TypeError('structuredClone needs a value');
        return clone(value, new Map());
      },
    }.structuredClone,
  );
})();
