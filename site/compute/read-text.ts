import { jsonFault, tooLargeNumber } from '../../grader/text/parse-json.ts';
import type { Parameter } from '../../properties/parameters/parameter.ts';
import { fromJson, type Value } from '../../properties/values/value.ts';
import { numeral } from './numeral.ts';

/** A value that was read, or why there is none, in one line. */
export type Read = { value: Value } | { error: string };

/** Beyond that a field is no place for a value. */
const MOST_CHARACTERS = 1_000_000;
/** No formula takes arrays of a rank near this, and what is nested without end ends the stack of whoever reads it. */
const DEEPEST = 32;

/** The value that somebody typed for a parameter; undefined where it is left out, if it may be. */
export function readText(name: string, parameter: Parameter, text: string, mayBeEmpty: boolean): Read {
  if (text.length > MOST_CHARACTERS) {
    return {
      error: `${name}: ${count(text.length)} characters are too many for this page (${count(MOST_CHARACTERS)} at most): use backproof compute`,
    };
  }
  if (parameter.kind === 'string' && (text !== '' || !mayBeEmpty)) return { value: text };
  if (text.trim() === '') {
    return mayBeEmpty ? { value: undefined } : { error: `${name}: expected a value, got nothing` };
  }
  const chosen = parameter.kind === 'choice' && parameter.words.find((one) => one === text.trim());
  if (typeof chosen === 'string') return { value: chosen };
  const word = numeral(text.trim());
  return word === null ? readJson(name, text) : { value: word };
}

/** The value of JSON, in which "NaN" and "Infinity" are numbers. */
export function readJson(name: string, text: string): Read {
  const depth = depthOf(text);
  if (depth > DEEPEST) return { error: `${name}: expected at most ${DEEPEST} levels of brackets, got ${count(depth)}` };
  try {
    const value = fromJson(JSON.parse(text));
    const tooLarge = tooLargeNumber(text);
    return tooLarge === null ? { value } : { error: `${name}: ${tooLarge}` };
  } catch {
    const fault = jsonFault(text, 'nothing more');
    if (fault === null) return { error: `${name}: this is not JSON` };
    const hint = /\b(?:NaN|Infinity)\b/.test(lineOf(text, fault.line))
      ? ' (NaN and Infinity are written "NaN", "Infinity")'
      : '';
    return {
      error: `${name}: not JSON at line ${fault.line}, column ${fault.column}: expected ${fault.expected}${hint}`,
    };
  }
}

function lineOf(text: string, line: number): string {
  return text.split('\n', line)[line - 1] ?? '';
}

/** How many brackets are open at once, at most; those in strings count too, which does no harm. */
function depthOf(text: string): number {
  let [open, most] = [0, 0];
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open -= 1;
    if (open > most) most = open;
  }
  return most;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
