import type fc from 'fast-check';
import { describeMismatch, firstMismatch } from '../values/agreement.ts';
import { mapNumbers, zipNumbers } from '../values/tree.ts';
import type { Tree, Value } from '../values/value.ts';
import type { Formula } from './entry.ts';

/** The allowed error of each number of a value: of the value's own shape; any tree where the value may be anything. */
export type Allowed<V> = Value extends V ? Tree<number> : V;

/** An implementation under test: the reference, a backend, a misconception or a student's function. */
export interface Subject<F extends Formula = Formula> {
  (...args: Parameters<F>): Promise<ReturnType<F>>;
  /** how far each number of the result at these arguments may be from the true value, in the shape of the result */
  allowed(...args: Parameters<F>): Allowed<ReturnType<F>>;
  /** why */
  because: string;
}

/** A sentence that any right implementation obeys, as a function of the implementation. */
export interface Law<F extends Formula = Formula> {
  name: string;
  inputs: fc.Arbitrary<any[]>;
  /** rejects where the implementation breaks the law */
  holds: (f: Subject<F>, ...inputs: any[]) => Promise<void>;
  /** it uses options, ranks or sizes beyond the contract, which a student is never asked for */
  extended?: boolean;
}

/** States a law; the types of `inputs` reach `holds`. */
export function law<F extends Formula, I extends unknown[]>(
  name: string,
  inputs: fc.Arbitrary<I>,
  holds: (f: Subject<F>, ...inputs: I) => Promise<void>,
  options: { extended?: boolean } = {},
): Law<F> {
  return { name, inputs: inputs, holds: holds, ...options };
}

/** A law does not hold: the message says where and by how much. */
export class LawBroken extends Error {
  override name = 'LawBroken';
}

/**
 * @throws {LawBroken} `got` differs from `expected` by more than the allowed errors, which add up where both sides
 * were computed.
 */
export function expectClose(got: Value, expected: Value, ...allowed: [Tree<number>, ...Tree<number>[]]): void {
  const [first, ...more] = allowed;
  const sum = more.reduce<Tree<number>>((all, next) => addErrors(all, next), first);
  const mismatch = firstMismatch(got, expected, { allowed: sum, because: 'both sides rounded', signedZero: false });
  if (mismatch) throw new LawBroken(describeMismatch(mismatch));
}

/** @throws {LawBroken} The condition is false. */
export function expectThat(condition: boolean, message: string): void {
  if (!condition) throw new LawBroken(message);
}

function addErrors(a: Tree<number>, b: Tree<number>): Tree<number> {
  if (typeof b === 'number') return mapNumbers(a, (x) => x + b);
  if (typeof a === 'number') return mapNumbers(b, (x) => x + a);
  return zipNumbers(a, b, (x, y) => x + y);
}
