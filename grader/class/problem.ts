/** What is wrong with a submission, as one sentence for its student. Never leaves this folder. */
export class SubmissionProblem extends Error {
  override readonly name = 'SubmissionProblem';
}

const LONGEST_SHOWN = 80;
// Control characters, line separators, and the marks that turn the direction of the text around them.
const UNSHOWABLE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** A name that a student chose, fit to stand in a sentence: short, on one line, without control characters. */
export function shownName(name: string): string {
  const points = Array.from(name);
  const short = points.length > LONGEST_SHOWN ? `${points.slice(0, LONGEST_SHOWN).join('')}…` : name;
  return short.replace(UNSHOWABLE, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
