import { firstMismatch, type Mismatch } from '../../properties/values/agreement.ts';
import { float64 } from '../../properties/values/format.ts';
import type { Tree, Value } from '../../properties/values/value.ts';
import type { Outcome, Sandbox } from '../sandbox/sandbox.ts';

/** What is judged: a loaded submission, or a function of our own that takes its place. */
export type Student = Pick<Sandbox, 'functions' | 'lines' | 'characters' | 'call' | 'forget' | 'ticks' | 'maxTicks'>;

/** A submission's answer to one case, compared with the reference. */
export interface Answer<C> {
  item: C;
  outcome: Outcome;
  /** null if it agrees */
  fault: Fault | null;
}

export type Fault =
  | { kind: 'mismatch'; mismatch: Mismatch }
  | { kind: 'nonsense'; what: string }
  | { kind: 'threw'; message: string; line: string | null }
  | { kind: 'timeout' }
  | { kind: 'memory' };

interface Expectation {
  watched?: boolean;
  args: readonly Value[];
  expected: Value;
  allowed: Tree<number>;
  because: string;
}

/** Asks a submission for its answer to a case. */
export function ask<C extends Expectation>(sandbox: Student, name: string, item: C): Answer<C> {
  const outcome = sandbox.call(name, item.args, item.watched);
  return { item, outcome, fault: faultOf(outcome, item) };
}

/** What is wrong with an outcome, or null. */
export function faultOf(outcome: Outcome, { expected, allowed, because }: Omit<Expectation, 'args'>): Fault | null {
  switch (outcome.kind) {
    case 'value': {
      const mismatch = difference(outcome.value, expected, allowed, because);
      return mismatch === null ? null : { kind: 'mismatch', mismatch };
    }
    case 'nonsense':
      return { kind: 'nonsense', what: outcome.what };
    case 'threw':
      return { kind: 'threw', message: outcome.message, line: outcome.line };
    default:
      return { kind: outcome.kind };
  }
}

/** The first difference that the contract does not forgive: sizes below 2^-1022 are zero, and zero has no sign. */
export function difference(got: Value, expected: Value, allowed: Tree<number>, because: string): Mismatch | null {
  return firstMismatch(got, expected, { allowed, because, signedZero: false, vanishing: float64.smallest });
}

/** Whether the outcome differs in value, shape or kind: what the contract calls wrong, not an error. */
export function isWrong(fault: Fault | null): boolean {
  return fault !== null && (fault.kind === 'mismatch' || fault.kind === 'nonsense');
}
