import { described, fromNested, isNdArray, type NdArray, toNested } from '../../reference/ndarray.ts';
import { nth } from '../values/nth.ts';
import { isRecord, type Value } from '../values/value.ts';
import type { Fields, Parameter } from './parameter.ts';

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

/**
 * A value of the contract in the form that the formulas take: arrays become ndarrays. A formula checks shapes and ranges
 * itself.
 *
 * @throws {TypeError | RangeError} A tensor holds something else than numbers, or rows of one level differ in length.
 */
export function decode(parameter: Parameter, value: Value, name: string): Internal {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
    case 'boolean':
    case 'string':
    case 'pair':
    case 'choice':
      return plainly(value);
    case 'tensor':
      return Array.isArray(value) ? fromNested(name, value) : plainly(value);
    case 'vector':
    case 'matrix':
    case 'sequence':
    case 'images':
    case 'kernel':
      return value === undefined ? value : fromNested(name, value);
    case 'list':
      if (!Array.isArray(value)) throw new TypeError(`${name}: expected an array, got ${described(value)}`);
      return value.map((item, i) => decode(parameter.of, item, `${name}[${i}]`));
    case 'record':
    case 'options':
      if (!isRecord(value)) throw new TypeError(`${name}: expected an object, got ${described(value)}`);
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => {
          const field = parameter.fields[key];
          return [key, field === undefined ? plainly(item) : decode(field, item, `${name}.${key}`)];
        }),
      );
  }
}

/** What no formula takes as an ndarray is given as it is. */
function plainly(value: Value): Internal {
  return value as Internal;
}

/**
 * A whole argument list, decoded by the parameters in their order. An absent argument stays absent.
 *
 * @throws {RangeError} There are more arguments than parameters.
 */
export function decodeArguments(parameters: Fields, args: readonly Value[]): Internal[] {
  const known = Object.entries(parameters);
  if (args.length > known.length) {
    const names = Object.keys(parameters).join(', ');
    throw new RangeError(`expected at most ${known.length} arguments (${names}), got ${args.length}`);
  }
  return args.map((value, i) => {
    const [name, parameter] = nth(known, i);
    return decode(parameter, value, name);
  });
}

/** What a formula returned, as plain values of the contract. */
export function encode(value: Internal): Value {
  if (isNdArray(value)) return toNested(value);
  if (Array.isArray(value)) return value.map(encode);
  if (isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item as Internal)]));
  }
  return value as Value;
}
