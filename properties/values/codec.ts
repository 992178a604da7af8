import { described, fromNested, isNdArray, type NdArray, toNested } from '../../reference/ndarray.ts';
import { nth } from './nth.ts';
import { isRecord, type Value } from './value.ts';

/**
 * What a parameter of a formula is, so that the plain values of the contract become the ndarrays of reference/ and
 * accelerated/. Ranks are for the reader and the drawing of illegal input: a formula checks its own. `[kind]` is a list,
 * `{ … }` a record; 'numbers' stays an array of numbers (strides).
 */
export type Kind =
  | 'number'
  | 'boolean'
  | 'string'
  | 'numbers'
  | 'vector'
  | 'matrix'
  | 'sequence'
  | 'images'
  | 'kernel'
  | 'tensor'
  | readonly [Kind]
  | { readonly [field: string]: Kind };

/** A value in the form that reference/ and accelerated/ take and return. */
export type Internal =
  | number
  | string
  | boolean
  | null
  | undefined
  | NdArray
  | readonly Internal[]
  | { readonly [key: string]: Internal };

const PLAIN: ReadonlySet<Kind> = new Set(['number', 'boolean', 'string', 'numbers']);

/**
 * A value of the contract in the form that the formulas take.
 *
 * @throws {TypeError | RangeError} A tensor holds something else than numbers, or rows of one level differ in length.
 */
export function decode(kind: Kind, value: Value, name: string): Internal {
  if (typeof kind === 'string') {
    if (PLAIN.has(kind) || value === undefined) return value;
    return Array.isArray(value) || kind !== 'tensor' ? fromNested(name, value) : value;
  }
  if (Array.isArray(kind)) {
    if (!Array.isArray(value)) throw new TypeError(`${name}: expected an array, got ${described(value)}`);
    return value.map((item, i) => decode(kind[0] as Kind, item, `${name}[${i}]`));
  }
  if (!isRecord(value)) throw new TypeError(`${name}: expected an object, got ${described(value)}`);
  const fields = kind as { readonly [field: string]: Kind };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const field = fields[key];
      return [key, field === undefined ? item : decode(field, item, `${name}.${key}`)];
    }),
  );
}

/**
 * A whole argument list, decoded by the kinds of the parameters in their order. An absent argument stays absent.
 *
 * @throws {RangeError} There are more arguments than parameters.
 */
export function decodeArguments(parameters: Readonly<Record<string, Kind>>, args: readonly Value[]): Internal[] {
  const names = Object.keys(parameters);
  if (args.length > names.length) {
    throw new RangeError(`expected at most ${names.length} arguments (${names.join(', ')}), got ${args.length}`);
  }
  return args.map((value, i) => {
    const name = nth(names, i);
    return decode(parameters[name] as Kind, value, name);
  });
}

/** What a formula returned, as plain values of the contract. */
export function encode(value: Internal): Value {
  if (isNdArray(value)) return toNested(value);
  if (Array.isArray(value)) return value.map(encode);
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
  }
  return value as Value;
}
