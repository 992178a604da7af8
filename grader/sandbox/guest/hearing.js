/**
 * Gives `console` a voice, for `check`: each line that the student's code prints is written as text and handed to the host.
 *
 * Evaluated with the harness, before the student's code, and under the same rules: it takes what it needs out of the globals
 * first, looks nothing up in an object that a student may have changed, and calls no accessor.
 *
 * @param {{ characters: number; items: number; depth: number }} limits what is written of one line
 */
// oxlint-disable-next-line no-unused-vars -- guest.ts adds the call
function createHearing(limits) {
  const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames, getPrototypeOf, hasOwn } = Object;
  const { apply } = Reflect;
  const { isArray } = Array;
  const { stringify } = JSON;
  const [AnError, AMap, ASet] = [Error, Map, Set];
  /* oxlint-disable unbound-method -- applied to the value in question */
  const { slice } = String.prototype;
  const forEachOfMap = Map.prototype.forEach;
  const forEachOfSet = Set.prototype.forEach;
  /* oxlint-enable unbound-method */
  /** @type {(target: object, name: PropertyKey) => () => any} */
  const getterOf = (target, name) => /** @type {any} */ (getOwnPropertyDescriptor(target, name)).get;
  const typedArray = getPrototypeOf(Float64Array).prototype;
  const typedArrayName = getterOf(typedArray, Symbol.toStringTag);
  const typedArrayLength = getterOf(typedArray, 'length');
  const sizeOfMap = getterOf(Map.prototype, 'size');
  const sizeOfSet = getterOf(Set.prototype, 'size');
  /** @type {never[]} */
  const NONE = [];

  const { console } = /** @type {{ console: object }} */ (/** @type {unknown} */ (globalThis));

  let characters = 0;

  /** @type {(string: string) => string} */
  const counted = (string) => {
    characters += string.length;
    return string;
  };

  /** @type {() => boolean} */
  const isFull = () => characters > limits.characters;

  /** @type {(object: object, key: PropertyKey) => unknown} */
  const inherited = (object, key) => {
    let at = object;
    for (let level = 0; at !== null && level < 32; level++) {
      const found = getOwnPropertyDescriptor(at, key);
      if (found !== undefined) return hasOwn(found, 'value') ? found.value : undefined;
      at = getPrototypeOf(at);
    }
    return undefined;
  };

  /** @type {(value: number) => string} */
  const number = (value) => (value === 0 && 1 / value < 0 ? '-0' : '' + value);

  /** @type {(length: number, item: (index: number) => string) => string} */
  const list = (length, item) => {
    let out = '[';
    let index = 0;
    for (; index < length && index < limits.items && !isFull(); index++) {
      out += counted(index === 0 ? ' ' : ', ') + item(index);
    }
    if (index < length) out += `${index === 0 ? ' ' : ', '}… ${length - index} more`;
    return out + (length === 0 ? ']' : ' ]');
  };

  /** @type {(value: any, depth: number) => string} */
  const array = (value, depth) => {
    const length = /** @type {number} */ (/** @type {any} */ (getOwnPropertyDescriptor(value, 'length')).value);
    return list(length, (index) => {
      const found = getOwnPropertyDescriptor(value, index);
      if (found === undefined) return counted('<empty>');
      return hasOwn(found, 'value') ? shown(found.value, depth + 1) : counted('[Getter]');
    });
  };

  /** @type {(value: object, each: Function, size: () => number, isMap: boolean, depth: number) => string} */
  const collection = (value, each, size, isMap, depth) => {
    const count = apply(size, value, NONE);
    let out = counted(`${isMap ? 'Map' : 'Set'}(${count}) {`);
    let written = 0;
    /** @type {(item: unknown, key: unknown) => void} */
    const write = (item, key) => {
      if (written >= limits.items || isFull()) return;
      out += counted(written === 0 ? ' ' : ', ') + (isMap ? shown(key, depth + 1) + counted(' => ') : '');
      out += shown(item, depth + 1);
      written++;
    };
    apply(each, value, [write]);
    return out + (written < count ? `, … ${count - written} more }` : count === 0 ? '}' : ' }');
  };

  /** @type {(value: object, depth: number) => string} */
  const record = (value, depth) => {
    const constructor = inherited(value, 'constructor');
    const name = typeof constructor === 'function' ? inherited(constructor, 'name') : undefined;
    let out = typeof name === 'string' && name !== 'Object' && name !== '' ? counted(name + ' {') : '{';
    const names = getOwnPropertyNames(value);
    let index = 0;
    for (; index < names.length && index < limits.items && !isFull(); index++) {
      const key = names[index];
      const found = getOwnPropertyDescriptor(value, key);
      if (found === undefined) continue;
      out += counted((index === 0 ? ' ' : ', ') + key + ': ');
      out += hasOwn(found, 'value') ? shown(found.value, depth + 1) : counted('[Getter]');
    }
    if (index < names.length) out += `, … ${names.length - index} more`;
    return out + (names.length === 0 ? '}' : ' }');
  };

  /** @type {(value: object) => string | null} */
  const error = (value) => {
    if (!(value instanceof AnError)) return null;
    const name = inherited(value, 'name');
    const message = inherited(value, 'message');
    return counted(
      (typeof name === 'string' ? name : 'Error') +
        (typeof message === 'string' && message !== '' ? ': ' + message : ''),
    );
  };

  /** @type {(value: any, depth: number) => string} */
  const compound = (value, depth) => {
    const told = error(value);
    if (told !== null) return told;
    if (depth > limits.depth) return counted(isArray(value) ? '[Array]' : '[Object]');
    if (isArray(value)) return array(value, depth);
    const typed = apply(typedArrayName, value, NONE);
    if (typed !== undefined) {
      const length = apply(typedArrayLength, value, NONE);
      const items = list(length, (index) => counted('' + value[index]));
      return counted(`${typed}(${length}) `) + items;
    }
    if (value instanceof AMap) return collection(value, forEachOfMap, sizeOfMap, true, depth);
    if (value instanceof ASet) return collection(value, forEachOfSet, sizeOfSet, false, depth);
    return record(value, depth);
  };

  /** @type {(value: unknown, depth: number) => string} */
  const shown = (value, depth) => {
    if (typeof value === 'number') return counted(number(value));
    if (typeof value === 'string') {
      const part = apply(slice, value, [0, limits.characters + 1]);
      return counted(depth === 0 ? part : stringify(part));
    }
    if (typeof value === 'bigint') return counted('' + value + 'n');
    if (typeof value === 'symbol') return counted('[symbol]');
    if (typeof value === 'function') {
      const name = inherited(value, 'name');
      return counted(typeof name === 'string' && name !== '' ? `[function ${name}]` : '[function]');
    }
    if (typeof value !== 'object' || value === null) return counted('' + value);
    return compound(value, depth);
  };

  /** @type {(value: unknown, kind: string) => string} */
  const placed = (value, kind) => {
    if (kind === 'c') return '';
    if (kind === 'd' || kind === 'i' || kind === 'f') {
      if (typeof value !== 'number') return counted('NaN');
      return counted(number(kind === 'i' ? value - (value % 1) : value));
    }
    return shown(value, kind === 's' ? 0 : 1);
  };

  /** @type {(args: any, from: number) => string} */
  const line = (args, from) => {
    characters = 0;
    let at = from;
    let out = '';
    const first = args[from];
    if (typeof first === 'string' && args.length > from + 1) {
      at += 1;
      for (let i = 0; i < first.length && !isFull(); i++) {
        const kind = first[i] === '%' ? first[i + 1] : undefined;
        if (kind === '%') {
          out += counted('%');
          i++;
        } else if (kind !== undefined && isKind(kind) && at < args.length) {
          out += placed(args[at++], kind);
          i++;
        } else out += counted(/** @type {string} */ (first[i]));
      }
    }
    for (; at < args.length && !isFull(); at++) out += (at === from ? '' : counted(' ')) + shown(args[at], 0);
    return isFull() ? apply(slice, out, [0, limits.characters]) + ' …' : out;
  };

  /** @type {(kind: string) => boolean} */
  const isKind = (kind) =>
    kind === 's' ||
    kind === 'd' ||
    kind === 'i' ||
    kind === 'f' ||
    kind === 'o' ||
    kind === 'O' ||
    kind === 'j' ||
    kind === 'c';

  /**
   * @param {(text?: string) => unknown} host without a text: whether one is wanted, and it is counted; with one: takes it
   */
  return (host) => {
    /** @type {(name: string, told: (args: any) => string, isSilent?: (args: any) => boolean) => void} */
    const speak = (name, told, isSilent) => {
      const method = {
        [name]() {
          if ((isSilent !== undefined && isSilent(arguments)) || host() !== true) return;
          let text;
          try {
            text = told(arguments);
          } catch {
            text = 'a value that cannot be read';
          }
          host(text);
        },
      }[name];
      defineProperty(console, name, { value: method, writable: true, enumerable: false, configurable: true });
    };
    /** @type {(args: any) => string} */
    const words = (args) => line(args, 0);
    /** @type {(args: any) => string} */
    const value = (args) => {
      characters = 0;
      return shown(args[0], 1);
    };
    speak('log', words);
    speak('info', words);
    speak('debug', words);
    speak('warn', words);
    speak('error', words);
    speak('group', words);
    speak('dir', value);
    speak('table', value);
    speak('trace', (args) => 'Trace: ' + words(args));
    speak(
      'assert',
      (args) => 'Assertion failed' + (args.length > 1 ? ': ' + line(args, 1) : ''),
      (args) => Boolean(args[0]),
    );
  };
}
