import type { CounterexampleRecord } from '../record.ts';
import { leafText } from './html/nested.ts';
import { kindText } from './html/shape.ts';
import { exactNumber, isNumeric } from './numbers.ts';

/** What a hidden case may tell its student: the differing element, or what kind of value came in place of what other. */
export function shownDifference(counterexample: CounterexampleRecord): { got: unknown; expected: unknown } {
  const { got, expected } = counterexample;
  return { got: elementOrKind(got), expected: elementOrKind(expected) };
}

/** A shown value in words. */
export function valueText(value: unknown): string {
  return isNumeric(value) ? exactNumber(value) : typeof value === 'string' ? value : leafText(value);
}

function elementOrKind(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? kindText(value) : value;
}
