import type { CounterexampleRecord } from '../record/record.ts';
import { exactNumber, isNumeric } from '../text/numbers.ts';
import { harmlessGot } from './harmless-words.ts';
import { leafText } from './html/nested.ts';
import { kindText } from './html/shape.ts';
import { visibleWords } from './visible-message.ts';

/** What a student may know about a hidden case: the differing element, or the kinds of the value and the expected one. */
export function shownDifference(counterexample: CounterexampleRecord): { got: unknown; expected: unknown } {
  const { got, expected, error } = counterexample;
  return { got: error === null ? insteadOfValue(got) : gotElement(got), expected: elementOrKind(expected) };
}

/** A shown value in words. */
export function valueText(value: unknown): string {
  return isNumeric(value) ? exactNumber(value) : typeof value === 'string' ? value : leafText(value);
}

/** If no value came back, this is the grader's sentence, except for the words of an error. */
function insteadOfValue(got: unknown): unknown {
  return typeof got === 'string' ? visibleWords(got) : got;
}

/** What a student's function returned. A text, and the names in a record, could spell out the hidden input. */
function gotElement(got: unknown): unknown {
  return harmlessGot(got) ?? elementOrKind(got);
}

function elementOrKind(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? kindText(value) : value;
}
