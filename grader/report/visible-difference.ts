import type { CounterexampleRecord } from '../record/record.ts';
import { exactNumber, isNumeric } from '../text/numbers.ts';
import { leafText } from './html/nested.ts';
import { kindText } from './html/shape.ts';
import { visibleWords } from './visible-message.ts';

/** What a hidden case may tell its student: the differing element, or what kind of value came in place of what other. */
export function shownDifference(counterexample: CounterexampleRecord): { got: unknown; expected: unknown } {
  const { got, expected, error } = counterexample;
  return { got: error === null ? insteadOfValue(got) : gotElement(got), expected: elementOrKind(expected) };
}

/** A shown value in words. */
export function valueText(value: unknown): string {
  return isNumeric(value) ? exactNumber(value) : typeof value === 'string' ? value : leafText(value);
}

/** No value came back: the sentence that stands there is ours, but for the words of an error. */
function insteadOfValue(got: unknown): unknown {
  return typeof got === 'string' ? visibleWords(got) : got;
}

/** What a student's function returned. A text, and the names in a record, could spell out the hidden input. */
function gotElement(got: unknown): unknown {
  if (typeof got === 'string' && !isNumeric(got)) return 'a text';
  if (typeof got === 'object' && got !== null && !Array.isArray(got)) return 'a record of other fields';
  return elementOrKind(got);
}

function elementOrKind(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? kindText(value) : value;
}
