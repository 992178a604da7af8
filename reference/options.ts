import { described, kindOf } from './ndarray.ts';

/**
 * @throws {TypeError} `options` is not a plain object.
 * @throws {RangeError} It has a key that is not among the known ones.
 */
export function expectOptions(options: object, known: readonly string[]): void {
  expectRecord('options', options);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new RangeError(`options.${key}: unknown option; known: ${known.join(', ') || 'none'}`);
    }
  }
}

/** @throws {TypeError} The value is not an object with named parts: a Map has none, and would count as one without any. */
export function expectRecord(name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || kindOf(value) !== 'Object') {
    throw new TypeError(`${name}: expected an object, got ${described(value)}`);
  }
}

/** @throws {TypeError} The value is not a list, or has a hole: `forEach` and `map` pass over it in silence. */
export function expectList(name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError(`${name}: expected an array, got ${described(value)}`);
  for (let i = 0; i < value.length; i++) {
    if (!(i in value)) throw new TypeError(`${name}[${i}]: expected an entry, got a hole`);
  }
}

/** @throws {RangeError} The value is not one of the choices. */
export function expectChoice(name: string, value: unknown, choices: readonly (string | boolean | number)[]): void {
  if (!choices.includes(value as string)) {
    const list = choices.map((choice) => (typeof choice === 'string' ? `'${choice}'` : String(choice))).join(', ');
    throw new RangeError(`${name}: expected one of ${list}, got ${described(value)}`);
  }
}

/** @throws {TypeError} The value is not a number. @throws {RangeError} It is NaN or infinite. */
export function expectFinite(name: string, value: number): void {
  if (typeof value !== 'number') throw new TypeError(`${name}: expected a number, got ${described(value)}`);
  if (!Number.isFinite(value)) throw new RangeError(`${name}: expected a finite number, got ${value}`);
}

/** @throws {RangeError} The value is not an integer of at least `least` (and at most `most`). */
export function expectInteger(name: string, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    const range =
      most === Number.MAX_SAFE_INTEGER ? `an integer of at least ${least}` : `an integer of ${least}..${most}`;
    throw new RangeError(`${name}: expected ${range}, got ${described(value)}`);
  }
}
