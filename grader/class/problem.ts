import { replaceHarmful, unicodeEscape } from '../../properties/text/characters.ts';

/** What is wrong with a submission, as one sentence for its student. Never leaves this folder. */
export class SubmissionProblem extends Error {
  override readonly name = 'SubmissionProblem';
}

const LONGEST_SHOWN = 80;

/** A name that a student chose, fit for a sentence: short, on one line, with harmful characters as escapes. */
export function shownName(name: string): string {
  const points = Array.from(name);
  const short = points.length > LONGEST_SHOWN ? `${points.slice(0, LONGEST_SHOWN).join('')}…` : name;
  return replaceHarmful(short, unicodeEscape);
}
