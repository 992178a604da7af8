// Comments in reference/ that name equivalent mutants, which no legal input can tell from the original:
//
//   return (zi < 0 ? power : 1) / (1 + power); // equivalent mutant: `zi <= 0` (at 0 the power is 1)
//
//   // Equivalent mutants: one more j, i (what they write is overwritten)
//   for (let j = 0; j < m; j++) {
//     for (let i = 0; i < n; i++) {
//
// Behind code a comment is about its line, alone on a line about the statement below, up to a blank line. Code in
// backticks names the mutants whose line has that code while the original's has not. `one more j` names those that let
// the loop over j run once more, by <= or by a larger bound.
//
// Stryker's own `Stryker disable next-line EqualityOperator` names a kind only, so it would take `zi >= 0` out as well,
// and as the mutants that it names are never run, it would never be found out of date.

/** Mutants that a comment names by one piece of code, and the proof that no legal input can tell them from the original. */
export interface Equivalent {
  /** of the comment, from 1 */
  line: number;
  /** the lines that it is about, from 1, both included */
  first: number;
  last: number;
  /** what a line of the mutant has and the original's has not */
  code: string;
  proof: string;
}

const COMMENT = /^(.*?)\s*\/\/ equivalent mutants?\b(.*)$/i;
const NAMES_AND_PROOF = /^: (one more (?<variables>\w+(?:, \w+)*)|(?<codes>`[^`]+`(?:, `[^`]+`)*)) \((?<proof>.+)\)$/;
const LOOPS =
  /for \(let (?<index>\w+) = [^;]+; \k<index> < (?<bound>[^;]+);|for \(const (?<of>\w+) of upTo\((?<count>[^()]+)\)/g;

/** What the comments of a module name, and the lines of those that cannot be read. */
export function equivalentsIn(source: string): { equivalents: Equivalent[]; unreadable: number[] } {
  const lines = source.split('\n');
  const equivalents: Equivalent[] = [];
  const unreadable: number[] = [];
  for (const [i, text] of lines.entries()) {
    const [comment, before = '', rest = ''] = COMMENT.exec(text) ?? [];
    if (comment === undefined) continue;
    const { variables, codes, proof } = NAMES_AND_PROOF.exec(rest)?.groups ?? {};
    if (proof === undefined) {
      unreadable.push(i + 1);
      continue;
    }
    const [first, last] = before.trim() === '' ? statementBelow(lines, i) : [i, i];
    const statement = lines.slice(first, last + 1).join('\n');
    const named =
      variables?.split(', ').flatMap((variable) => onceMore(variable, statement)) ??
      Array.from(codes?.matchAll(/`([^`]+)`/g) ?? [], ([, code = '']) => code);
    equivalents.push(...named.map((code) => ({ line: i + 1, first: first + 1, last: last + 1, code, proof })));
  }
  return { equivalents, unreadable };
}

/** A line of code without the comment behind it that names equivalent mutants. */
export function withoutEquivalents(line: string): string {
  return COMMENT.exec(line)?.[1] ?? line;
}

/** From the next line that is not a comment to the last one that is indented deeper. */
function statementBelow(lines: readonly string[], comment: number): [first: number, last: number] {
  const indentation = (i: number): number => lines[i]?.search(/\S/) ?? 0;
  let first = comment + 1;
  while (lines[first]?.trim().startsWith('//')) first++;
  let last = first;
  while (indentation(last + 1) > indentation(first)) last++;
  return [first, last];
}

/** What the mutants that let the loops over a variable run once more make of them. */
function onceMore(variable: string, statement: string): string[] {
  const codes = Array.from(statement.matchAll(LOOPS), ({ groups = {} }) => {
    const { index, bound = '', of, count = '' } = groups;
    if (index === variable) return [`${index} <= ${bound};`, `${index} < ${grouped(bound)} + 1;`];
    return of === variable ? [`const ${of} of upTo(${grouped(count)} + 1)`] : [];
  }).flat();
  return codes.length > 0 ? codes : [`one more ${variable}`];
}

function grouped(code: string): string {
  return /^\w+$/.test(code) ? code : `(${code})`;
}
