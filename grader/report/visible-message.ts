import type { ExerciseRecord } from '../record/record.ts';
import { AN_ERROR, ON_EXTREME, THROWS } from '../record/thrown.ts';
import { harmlessLaw, harmlessLawThrown, harmlessReturned, harmlessThrown } from './harmless-words.ts';

/**
 * The message of an exercise as its student may read it. A submission may throw or return what spells out the hidden input
 * that it was given, so only a part is shown; the record keeps all of it.
 */
export function visibleMessage({ status, message, counterexample }: ExerciseRecord): string | null {
  if (message === null) return null;
  // If a call within a law throws, there is no counterexample, and the error's words follow the law.
  const inLaw = status === 'error' && counterexample === null && prefixOf(message) === null;
  if (inLaw) return harmlessLawThrown(message);
  const words = visibleWords(message);
  return counterexample === null ? harmlessLaw(words) : harmlessReturned(words, counterexample.got);
}

/** A sentence that may end with the words of a student's error. */
export function visibleWords(message: string): string {
  const prefix = prefixOf(message);
  return prefix === null ? message : prefix + harmlessThrown(message.slice(prefix.length));
}

function prefixOf(message: string): string | null {
  return [THROWS, ON_EXTREME + THROWS, AN_ERROR].find((prefix) => message.startsWith(prefix)) ?? null;
}
