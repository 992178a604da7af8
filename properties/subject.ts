import { decodeArguments, encode, type Internal } from './codec.ts';
import type { Entry } from './entry.ts';
import type { Format } from './format.ts';
import type { Subject } from './law.ts';
import { lift, type Rounded, Rounding } from './rounding.ts';
import { mapTree } from './tree.ts';
import type { Tree, Value } from './value.ts';

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
  const result = entry.rounding(r, ...args.map((value) => lift(r, value)));
  return { ...valueAndError(result), because: r.because() };
}

/** The values and the errors of rounded numbers, as two trees of their form. */
export function valueAndError(tree: Tree<Rounded>): { value: Tree<number>; allowed: Tree<number> } {
  return {
    value: mapTree(tree, isRounded, ({ value }) => value) as Tree<number>,
    allowed: mapTree(tree, isRounded, ({ error }) => error) as Tree<number>,
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

/** An implementation as laws take it. */
export function subject(
  entry: Entry,
  format: Format,
  compute: (args: readonly Value[]) => Value | Promise<Value>,
  allowed: (args: readonly Value[]) => Tree<number> = (args) => boundOf(entry, args, format).allowed,
): Subject {
  const call = async (...args: Value[]): Promise<Value> => compute(args);
  return Object.assign(call, { allowed: (...args: Value[]) => allowed(args), because: format.name });
}

export function isRounded(node: unknown): node is Rounded {
  return typeof node === 'object' && node !== null && 'partials' in node;
}
