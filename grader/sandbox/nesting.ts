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
      run += char === SLASH ? 0 : 1;
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

const SLASH = 47;
const STAR = 42;

/** The position behind the comment or quoted string that begins here; `at` if none does. */
function endOfText(code: string, at: number, char: number): number {
  if (char === 34 || char === 39) return endOfString(code, at, char);
  if (char !== SLASH) return at;
  const second = code.charCodeAt(at + 1);
  if (second === SLASH) return endOfLine(code, at);
  if (second !== STAR) return at;
  const end = code.indexOf('*/', at + 2);
  return end < 0 ? code.length : end + 2;
}

/** A quote without a second one is not a string (it may be in a regular expression): it ends with its line. */
function endOfString(code: string, from: number, quote: number): number {
  for (let at = from + 1; at < code.length; at++) {
    const char = code.charCodeAt(at);
    if (char === quote) return at + 1;
    if (char === 92) at++;
    else if (isLineEnd(char)) return at;
  }
  return code.length;
}

function endOfLine(code: string, from: number): number {
  let at = from;
  while (at < code.length && !isLineEnd(code.charCodeAt(at))) at++;
  return at;
}

function endOfWord(code: string, from: number): number {
  let at = from;
  while (at < code.length && isWordCharacter(code.charCodeAt(at))) at++;
  return at;
}

function isLineEnd(char: number): boolean {
  return char === 10 || char === 13 || char === 0x2028 || char === 0x2029;
}

function isWordCharacter(char: number): boolean {
  return (
    (char >= 48 && char <= 57) ||
    (char >= 65 && char <= 90) ||
    (char >= 97 && char <= 122) ||
    (char > 127 && !isLineEnd(char))
  );
}
