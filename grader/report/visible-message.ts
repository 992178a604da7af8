import type { ExerciseRecord } from '../record/record.ts';
import { AN_ERROR, ON_EXTREME, THROWS } from '../record/thrown.ts';
import { shortened } from '../text/printable.ts';

/** What a student's own error may say to its student: enough for a sentence, too little for a table of inputs. */
const LONGEST_WORDS = 80;

/**
 * The message of an exercise as its student may read it. A submission may throw an error that spells out the hidden input
 * that it was given, so only a line of it without numbers is shown; the record keeps all of it.
 */
export function visibleMessage({ status, message, counterexample }: ExerciseRecord): string | null {
  if (message === null) return null;
  // If a call within a law throws, there is no counterexample, and the error's words follow the law.
  const inLaw = status === 'error' && counterexample === null && prefixOf(message) === null;
  return inLaw ? withoutNumbers(message, 3 * LONGEST_WORDS) : visibleWords(message);
}

/** A sentence that may end with the words of a student's error. */
export function visibleWords(message: string): string {
  const prefix = prefixOf(message);
  return prefix === null ? message : prefix + withoutNumbers(message.slice(prefix.length), LONGEST_WORDS);
}

function prefixOf(message: string): string | null {
  return [THROWS, ON_EXTREME + THROWS, AN_ERROR].find((prefix) => message.startsWith(prefix)) ?? null;
}

function withoutNumbers(text: string, length: number): string {
  return shortened(text.replace(/[\p{N}.,-]*\p{N}[\p{N}.,-]*/gu, '#'), length);
}
