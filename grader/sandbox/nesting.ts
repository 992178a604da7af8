import { endOfText, endOfWord, isWordCharacter } from './source-text.ts';

const MAX_BRACKETS = 500;
/** Words and signs in a row without `;` `,` `{` or `}`; each may be one more level, as in `!!!!x` or `a => b => c`. */
const MAX_RUN = 4000;
const MAX_ELSE = 2000;

/**
 * Says why a source may be nested too deep for a parser, or null. Parsers recurse: 100,000 levels end the whole process.
 * The check is rough and its bounds are far beyond what people write. It skips comments and quoted strings, but does
 * not know regular expressions: what hides behind one gets through, and then costs only the process that parses it.
 */
export function nestingFault(code: string): string | null {
  let depth = 0;
  let run = 0;
  let elses = 0;
  for (let at = 0; at < code.length; ) {
    const char = code.charCodeAt(at);
    const next = endOfText(code, at, char);
    if (next > at) {
      // one word of a run
      run += char === 47 ? 0 : 1;
      at = next;
    } else if (isWordCharacter(char)) {
      const end = endOfWord(code, at);
      if (end - at === 4 && code.startsWith('else', at)) elses++;
      run++;
      at = end;
    } else {
      // a sign counts each time, white space never
      if (char > 32) run++;
      if (char === 40 || char === 91 || char === 123) depth++;
      else if ((char === 41 || char === 93 || char === 125) && depth > 0) depth--;
      if (char === 44 || char === 59 || char === 123 || char === 125) run = 0;
      at++;
    }
    if (depth > MAX_BRACKETS) return `SyntaxError: brackets nested more than ${MAX_BRACKETS} deep`;
    if (run > MAX_RUN) return `SyntaxError: an expression of more than ${MAX_RUN} words and signs`;
    if (elses > MAX_ELSE) return `SyntaxError: more than ${MAX_ELSE} branches of else`;
  }
  return null;
}
