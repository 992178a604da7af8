import { decodeArguments, encode, type Internal } from '../parameters/codec.ts';
import { completed } from '../parameters/completed.ts';
import { lift, type Rounded, Rounding } from '../rounding/rounding.ts';
import type { Format } from '../values/format.ts';
import { mapTree } from '../values/tree.ts';
import { isRecord, type Tree, type Value } from '../values/value.ts';
import type { Entry } from './entry.ts';
import type { Subject } from './law.ts';

/** The allowed errors of a formula's value in a format, and the sentence that explains them. */
export interface Bound {
  allowed: Tree<number>;
  /** the value as the running error analysis computed it, beside the reference: a third opinion, never an oracle */
  value: Tree<number>;
  because: string;
}

/** How far a float implementation of the formula may be from its true value at these arguments. */
export function boundOf(entry: Entry, args: readonly Value[], format: Format): Bound {
  const r = new Rounding(format);
  const result = entry.rounding(r, ...completed(entry.parameters, args).map((value) => lift(r, value)));
  return { ...valueAndError(result), because: r.because() };
}

/** The values and the errors of rounded numbers, as two trees of their form. */
export function valueAndError(tree: Tree<Rounded>): { value: Tree<number>; allowed: Tree<number> } {
  return {
    value: mapTree(tree, isRounded, ({ value }) => value),
    allowed: mapTree(tree, isRounded, ({ error }) => error),
  };
}

/** A function over ndarrays as one over the plain values of the contract. */
export function plain(
  entry: Entry,
  implementation: (...args: Internal[]) => unknown,
): (args: readonly Value[]) => Value {
  return (args) => encode(implementation(...decodeArguments(entry.parameters, args)) as Internal);
}

/** The same for a function that waits for a device. */
export function plainAsync(
  entry: Entry,
  implementation: (...args: Internal[]) => unknown,
): (args: readonly Value[]) => Promise<Value> {
  return async (args) => encode((await implementation(...decodeArguments(entry.parameters, args))) as Internal);
}

/**
 * An implementation as laws take it. Laws hold one result against another, so a record is taken without the further keys
 * that it may have: a student's count of calls differs from call to call.
 */
export function subject(
  entry: Entry,
  format: Format,
  compute: (args: readonly Value[]) => Value | Promise<Value>,
  allowed: (args: readonly Value[]) => Tree<number> = (args) => boundOf(entry, args, format).allowed,
): Subject {
  let form: Tree<number> | undefined;
  const call = async (...args: Value[]): Promise<Value> => {
    const value = await compute(args);
    const hasRecords = isRecord(value) || (Array.isArray(value) && value.some(isRecord));
    return hasRecords ? withKeysOf((form ??= allowed(args)), value) : value;
  };
  return Object.assign(call, { allowed: (...args: Value[]) => allowed(args), because: format.name });
}

/** A record, or each of a list of records, with the keys alone that the form has too, in the form's order. */
function withKeysOf(form: Tree<number>, value: Value): Value {
  if (Array.isArray(value)) {
    const [first] = Array.isArray(form) ? form : [];
    return first === undefined ? value : value.map((item) => withKeysOf(first, item));
  }
  if (!isRecord(value) || !isRecord(form)) return value;
  const keys = Object.keys(form).filter((key) => Object.hasOwn(value, key));
  return Object.fromEntries(keys.map((key) => [key, value[key]]));
}

export function isRounded(node: unknown): node is Rounded {
  return typeof node === 'object' && node !== null && 'partials' in node;
}
