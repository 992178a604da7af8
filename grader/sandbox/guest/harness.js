/**
 * @typedef {{ elements: number; characters: number; depth: number }} Limits
 * @typedef {{ value: object; next: Parents } | null} Parents the values around one, innermost first
 * @typedef {{ prototype: object; what: string; next: Kinds } | null} Kinds
 */

/**
 * The code inside the sandbox that calls the student's functions and turns what they return into one string.
 *
 * Evaluated before the student's code, which cannot reach it. Whatever a student may have replaced is taken out
 * of the globals first; after that only syntax is used that looks nothing up: no method call, no spread, no destructuring,
 * no `for of`, no assignment to a property of an object that has a prototype. Property reads go to own properties of
 * fresh objects alone. An accessor is never called; the traps of a Proxy can't be avoided and can only lie about its value.
 *
 * Its value is a record of functions; the first three return a primitive string:
 * - `register(namespace)`: the names that a module exports and its functions, as JSON `[names, functions]` with
 *   `[name, file, line, column, kind]` for each function
 * - `call(name, pair, watched)`: `pair` holds the arguments twice, or is their JSON; the copy tells afterwards whether the
 *   call changed them.
 *   `v0…` a value, `n0…` nonsense, `t0…` thrown, `m` out of memory; the digit is 1 if the arguments changed
 * - `describe(error)`: JSON `[message, stack]` of something thrown
 * - `standIn(host)`: makes functions, one for a name, that give the name and their arguments to the host, encoded as a result is
 *
 * The encoding of values is JSON, in which a string starts with `s`, and other strings represent what JSON can't hold.
 *
 * @param {Limits} limits
 */
// oxlint-disable-next-line no-unused-vars -- guest.ts adds the call
function createHarness(limits) {
  const { getOwnPropertyDescriptor, getOwnPropertyNames, getPrototypeOf, hasOwn, is, keys } = Object;
  const { apply } = Reflect;
  const { isArray } = Array;
  const { parse, stringify } = JSON;
  // oxlint-disable-next-line unbound-method -- applied to the string in question
  const { slice } = String.prototype;
  /** @type {(target: object, name: PropertyKey) => () => any} */
  const getterOf = (target, name) => /** @type {any} */ (getOwnPropertyDescriptor(target, name)).get;
  const fileNameOf = getterOf(Function.prototype, 'fileName');
  const lineNumberOf = getterOf(Function.prototype, 'lineNumber');
  const columnNumberOf = getterOf(Function.prototype, 'columnNumber');
  const typedArray = getPrototypeOf(Float64Array).prototype;
  const typedArrayName = getterOf(typedArray, Symbol.toStringTag);
  const typedArrayLength = getterOf(typedArray, 'length');
  const internalError = InternalError.prototype;
  /** @type {never[]} */
  const NONE = [];
  const MAX_ELEMENTS = limits.elements;
  const MAX_CHARACTERS = limits.characters;
  const MAX_DEPTH = limits.depth;

  /**
   * A list linked by own properties, because an array's methods and iterator may be replaced.
   *
   * @type {Kinds}
   */
  let kinds = null;
  /** @type {(prototype: object, what: string) => void} */
  const kind = (prototype, what) => {
    kinds = { prototype, what, next: kinds };
  };
  kind(Number.prototype, 'a boxed number');
  kind(String.prototype, 'a boxed string');
  kind(Boolean.prototype, 'a boxed boolean');
  kind(Symbol.prototype, 'a symbol');
  kind(BigInt.prototype, 'a bigint');
  kind(Map.prototype, 'a Map');
  kind(Set.prototype, 'a Set');
  kind(WeakMap.prototype, 'a WeakMap');
  kind(WeakSet.prototype, 'a WeakSet');
  kind(WeakRef.prototype, 'a WeakRef');
  kind(Date.prototype, 'a Date');
  kind(RegExp.prototype, 'a regular expression');
  kind(Promise.prototype, 'a Promise');
  kind(Error.prototype, 'an Error');
  kind(ArrayBuffer.prototype, 'an ArrayBuffer');
  kind(SharedArrayBuffer.prototype, 'a SharedArrayBuffer');
  kind(DataView.prototype, 'a DataView');
  kind(getPrototypeOf(getPrototypeOf([][Symbol.iterator]())), 'an iterator');
  kind(getPrototypeOf(getPrototypeOf((async function* () {})())), 'an async iterator');
  const objectPrototype = Object.prototype;

  let elements = 0;
  let characters = 0;
  let fault = '';

  /** @type {(what: string) => string} */
  const refuse = (what) => {
    if (fault === '') fault = what;
    return 'null';
  };

  /** @type {(object: object, key: PropertyKey) => unknown} */
  const ownValue = (object, key) => {
    const found = getOwnPropertyDescriptor(object, key);
    return found !== undefined && hasOwn(found, 'value') ? found.value : undefined;
  };

  /**
   * An own data property, or one inherited within reach; accessors are stepped over.
   *
   * @type {(object: object, key: PropertyKey) => unknown}
   */
  const inheritedValue = (object, key) => {
    let at = object;
    for (let level = 0; at !== null && level < 32; level++) {
      const found = getOwnPropertyDescriptor(at, key);
      if (found !== undefined) return hasOwn(found, 'value') ? found.value : undefined;
      at = getPrototypeOf(at);
    }
    return undefined;
  };

  /** @type {(string: string) => string} */
  const text = (string) => {
    characters += string.length;
    if (characters > MAX_CHARACTERS) return refuse('a string that is too long');
    return stringify('s' + string);
  };

  /**
   * By arithmetic alone, because a call costs more than the digits: x - x is 0 for finite numbers.
   *
   * @type {(value: number) => string}
   */
  const number = (value) =>
    value === 0
      ? 1 / value < 0
        ? '-0'
        : '0'
      : value - value === 0
        ? '' + value
        : // oxlint-disable-next-line no-self-compare -- NaN alone differs from itself
          value !== value
          ? '"N"'
          : value > 0
            ? '"I"'
            : '"-I"';

  /** @type {(value: ArrayLike<number>, name: string) => string} */
  const typed = (value, name) => {
    if (name === 'BigInt64Array' || name === 'BigUint64Array') return refuse('an array of bigints');
    const length = apply(typedArrayLength, value, NONE);
    elements += length;
    if (elements > MAX_ELEMENTS) return refuse('too many elements');
    let out = '[';
    for (let i = 0; i < length; i++) out += (i === 0 ? '' : ',') + number(value[i]);
    return out + ']';
  };

  /** @type {(value: object, parents: Parents) => string} */
  const array = (value, parents) => {
    const length = ownValue(value, 'length');
    // the trap of a Proxy may say NaN, which would make the count of elements NaN for good
    if (typeof length !== 'number' || !(length >= 0) || length % 1 !== 0) return refuse('a value that cannot be read');
    elements += length;
    if (elements > MAX_ELEMENTS) return refuse('too many elements');
    let out = '[';
    for (let i = 0; i < length; i++) {
      const found = getOwnPropertyDescriptor(value, i);
      if (found === undefined) return refuse('an array with holes');
      if (!hasOwn(found, 'value')) return refuse('an array with accessors');
      const item = found.value;
      if (i !== 0) out += ',';
      if (typeof item === 'number') out += item - item === 0 && item !== 0 ? item : number(item);
      else {
        out += encode(item, parents);
        if (fault !== '') return 'null';
      }
    }
    return out + ']';
  };

  /** @type {(value: object, parents: Parents) => string} */
  const record = (value, parents) => {
    let at = getPrototypeOf(value);
    for (let level = 0; at !== null && at !== objectPrototype; level++) {
      if (level > 32) return refuse('a value that cannot be read');
      for (let known = kinds; known !== null; known = known.next) {
        if (known.prototype === at) return refuse(known.what);
      }
      at = getPrototypeOf(at);
    }
    if (typeof inheritedValue(value, 'then') === 'function') return refuse('a Promise');
    const names = getOwnPropertyNames(value);
    const count = names.length;
    let out = '{';
    for (let i = 0; i < count; i++) {
      const key = names[i];
      const found = getOwnPropertyDescriptor(value, key);
      if (found === undefined || !hasOwn(found, 'value')) continue;
      elements++;
      if (elements > MAX_ELEMENTS) return refuse('too many elements');
      const member = text(key) + ':' + encode(found.value, parents);
      if (fault !== '') {
        if (elements > MAX_ELEMENTS || characters > MAX_CHARACTERS) return 'null';
        // an extra key of the student's own may hold anything; the host notices if an expected one is missing
        fault = '';
        continue;
      }
      out += (out === '{' ? '' : ',') + member;
    }
    return out + '}';
  };

  /** @type {(value: unknown, parents: Parents) => string} */
  const encode = (value, parents) => {
    if (typeof value === 'object' && value !== null) return compound(value, parents);
    if (typeof value === 'number') return number(value);
    if (typeof value === 'string') return text(value);
    if (value === undefined) return '"U"';
    if (value === null || value === true || value === false) return '' + value;
    return refuse(typeof value === 'function' ? 'a function' : typeof value === 'symbol' ? 'a symbol' : 'a bigint');
  };

  /** @type {(value: object, parents: Parents) => string} */
  const compound = (value, parents) => {
    let depth = 1;
    for (let parent = parents; parent !== null; parent = parent.next) {
      if (parent.value === value) return refuse('a cyclic value');
      depth++;
    }
    if (depth > MAX_DEPTH) return refuse('a value nested too deep');
    const next = { value, next: parents };
    if (isArray(value)) return array(value, next);
    const name = apply(typedArrayName, value, NONE);
    return name === undefined ? record(value, next) : typed(/** @type {Float64Array} */ (value), name);
  };

  /**
   * The copy was built from a literal and no student ever saw it: plain reads of it are safe.
   *
   * @type {(copy: any, value: any) => boolean}
   */
  const same = (copy, value) => {
    if (copy === value) return copy !== 0 || 1 / copy === 1 / value;
    if (typeof copy !== 'object' || copy === null) return is(copy, value);
    if (typeof value !== 'object' || value === null) return false;
    if (isArray(copy)) {
      if (!isArray(value) || ownValue(value, 'length') !== copy.length) return false;
      for (let i = 0; i < copy.length; i++) {
        const found = getOwnPropertyDescriptor(value, i);
        if (found === undefined || !hasOwn(found, 'value')) return false;
        const item = copy[i];
        if ((item !== found.value || item === 0) && !same(item, found.value)) return false;
      }
      return true;
    }
    if (isArray(value)) return false;
    const names = keys(copy);
    if (keys(value).length !== names.length) return false;
    for (let i = 0; i < names.length; i++) {
      const found = getOwnPropertyDescriptor(value, names[i]);
      if (found === undefined || !hasOwn(found, 'value') || !same(copy[names[i]], found.value)) return false;
    }
    return true;
  };

  /** @type {(copy: unknown, value: unknown) => boolean} */
  const sameAs = (copy, value) => {
    try {
      return same(copy, value);
    } catch {
      return false;
    }
  };

  /**
   * Text that comes out as it went in is several times cheaper than a walk, but a toJSON or an accessor that the call
   * put into its arguments can forge it, so the host also asks for the walk on calls that nobody can foresee.
   *
   * @type {(pair: string | [unknown, unknown], args: unknown, watched: boolean) => boolean}
   */
  const unchanged = (pair, args, watched) => {
    if (typeof pair !== 'string') return sameAs(pair[1], args);
    try {
      if (!watched && stringify(args) === pair) return true;
    } catch {
      // the walk finds out
    }
    return sameAs(parse(pair), args);
  };

  /** @type {(error: unknown) => boolean} */
  const outOfMemory = (error) => {
    try {
      return (
        typeof error === 'object' &&
        error !== null &&
        getPrototypeOf(error) === internalError &&
        ownValue(error, 'message') === 'out of memory'
      );
    } catch {
      return false;
    }
  };

  /** @type {(string: string, length: number) => string} */
  const cut = (string, length) => apply(slice, string, [0, length]);

  /** @type {(error: unknown) => string} */
  const shown = (error) => {
    if (typeof error === 'string') return error;
    if (typeof error === 'symbol') return 'a symbol';
    if (typeof error === 'function') return 'a function';
    if (typeof error !== 'object' || error === null) return '' + error;
    const name = inheritedValue(error, 'name');
    const message = inheritedValue(error, 'message');
    const title = typeof name === 'string' && name !== '' ? name : 'an object';
    return typeof message === 'string' && message !== '' ? title + ': ' + message : title;
  };

  /** @type {(error: unknown) => string} */
  const describe = (error) => {
    try {
      const stack = typeof error === 'object' && error !== null ? ownValue(error, 'stack') : '';
      return (
        '[' +
        stringify(cut(shown(error), 600)) +
        ',' +
        stringify(typeof stack === 'string' ? cut(stack, 4000) : '') +
        ']'
      );
    } catch {
      return '["a value that cannot be read",""]';
    }
  };

  /** @type {Record<string, Function>} */
  const table = /** @type {any} */ ({ __proto__: null });

  /** @type {(namespace: object) => string} */
  const register = (namespace) => {
    const names = keys(namespace);
    let exported = '';
    let out = '';
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      exported += (i === 0 ? '' : ',') + stringify(name);
      let value;
      try {
        value = ownValue(namespace, name);
      } catch {
        continue;
      }
      if (typeof value !== 'function') continue;
      let status = 'new';
      if (table[name] === undefined) table[name] = value;
      else status = table[name] === value ? 'same' : 'other';
      const definedIn = apply(fileNameOf, value, NONE);
      const line = apply(lineNumberOf, value, NONE);
      const column = apply(columnNumberOf, value, NONE);
      out +=
        (out === '' ? '' : ',') +
        '[' +
        stringify(name) +
        ',' +
        (typeof definedIn === 'string' ? stringify(definedIn) : 'null') +
        ',' +
        (typeof line === 'number' ? line : 0) +
        ',' +
        (typeof column === 'number' ? column : 0) +
        ',"' +
        status +
        '"]';
    }
    return '[[' + exported + '],[' + out + ']]';
  };

  /** @type {(name: string, pair: string | [any, unknown], watched: boolean) => string} */
  const call = (name, pair, watched) => {
    const args = typeof pair === 'string' ? parse(pair) : pair[0];
    elements = 0;
    characters = 0;
    fault = '';
    let value;
    try {
      value = apply(table[name], undefined, args);
    } catch (error) {
      if (outOfMemory(error)) return 'm';
      const told = describe(error);
      return 't' + (unchanged(pair, args, watched) ? '0' : '1') + told;
    }
    let out = 'null';
    try {
      out = encode(value, null);
    } catch (error) {
      if (outOfMemory(error)) return 'm';
      fault = 'a value that cannot be read';
    }
    const digit = unchanged(pair, args, watched) ? '0' : '1';
    return fault === '' ? 'v' + digit + out : 'n' + digit + fault;
  };

  /**
   * Called from within a call: the counts of that call are restored afterwards.
   *
   * @type {(host: (name: string, args: string) => unknown) => (name: string) => () => unknown}
   */
  const standIn = (host) => (name) =>
    function () {
      const args = arguments;
      const before = { elements, characters, fault };
      elements = 0;
      characters = 0;
      fault = '';
      try {
        const length = /** @type {number} */ (ownValue(args, 'length'));
        let out = '[';
        // oxlint-disable-next-line no-unmodified-loop-condition -- encode sets it
        for (let i = 0; i < length && fault === ''; i++) out += (i === 0 ? '' : ',') + encode(ownValue(args, i), null);
        return host(name, fault === '' ? out + ']' : '');
      } finally {
        elements = before.elements;
        characters = before.characters;
        fault = before.fault;
      }
    };

  return { register, call, describe, standIn };
}
