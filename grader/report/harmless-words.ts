import { isNumeric } from '../text/numbers.ts';
import { kindText } from './html/shape.ts';

/*
 * What a student's code said or returned, as its student may read it. It may have been given a hidden input and spell it
 * out, in digits, in the names of a record, in letters of any script, or in the lengths of an array. One number that differs
 * may be shown: what is mixed into that tells nothing about the others, which a key draws.
 */

/** Enough for a sentence, too little for a table of inputs. */
const MOST_LETTERS = 20;
const MOST_AXES = 5;
const LONGEST_AXIS = 99;

/** Words that a student's code threw: their first plain letters, `#` for a number. */
export function harmlessThrown(text: string): string {
  const error = /^[A-Za-z]{0,20}Error(?=: )/.exec(text)?.[0] ?? null;
  const words = text
    .slice(error === null ? 0 : error.length + 2)
    .replace(/[\p{N}.,-]*\p{N}[\p{N}.,-]*/gu, ' # ')
    .match(/[A-Za-z]+|#/g);
  const shown: string[] = [];
  let left = MOST_LETTERS;
  for (const word of words ?? []) {
    shown.push(word.length > left ? `${word.slice(0, left)}…` : word);
    left -= word.length;
    if (left < 0) break;
  }
  return [...(error === null ? [] : [shown.length > 0 ? `${error}:` : error]), ...shown].join(' ');
}

/** What a student's function returned, if it may be shown as it is: a number, or an array whose lengths say little. */
export function harmlessGot(got: unknown): string | null {
  if (typeof got === 'string' && !isNumeric(got)) return LONG_VALUE.test(got) ? 'a long value' : 'a text';
  if (Array.isArray(got)) return saysLittle(got) ? null : 'an array of another shape';
  return typeof got === 'object' && got !== null ? 'a record of other fields' : null;
}

/** The grader's own words for what does not fit in a record. */
const LONG_VALUE = /^a value that takes \d+ characters to write$/;

function saysLittle(got: readonly unknown[]): boolean {
  let axes = 0;
  for (let level: unknown = got; Array.isArray(level); level = level[0]) {
    axes += 1;
    if (axes > MOST_AXES || level.length > LONGEST_AXIS) return false;
  }
  return kindText(got).length <= MOST_AXES * 10;
}

/** A message `got …, expected …` about what a function returned. */
export function harmlessReturned(message: string, got: unknown): string {
  const shown = harmlessGot(got);
  const from = message.indexOf(GOT);
  const to = message.lastIndexOf(EXPECTED);
  if (shown === null || from < 0 || to < from) return message;
  return message.slice(0, from + GOT.length) + shown + message.slice(to);
}

const GOT = 'got ';
const EXPECTED = ', expected ';
const NUMBER = String.raw`(?:-?\d[\d.]*(?:e[+-]?\d+)?|NaN|-?Infinity)`;
const OF_NUMBERS = new RegExp(String.raw`got ${NUMBER}, expected ${NUMBER}(?=:|$)`);
const LAW = /^(breaks the law that [^:]*): (.*)$/s;

/** A message about a law, whose draws are hidden inputs too: its name, and two numbers at most. */
export function harmlessLaw(message: string): string {
  const [, law, why = ''] = LAW.exec(message) ?? [];
  if (law === undefined) return message;
  const numbers = OF_NUMBERS.exec(why)?.[0];
  return numbers === undefined ? law : `${law}: ${numbers}`;
}

/** A message about a law within which a call threw: its name, and the thrown words. */
export function harmlessLawThrown(message: string): string {
  const [, law, why = ''] = LAW.exec(message) ?? [];
  return law === undefined ? harmlessThrown(message) : `${law}: ${harmlessThrown(why)}`;
}
