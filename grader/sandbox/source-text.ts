// What a look at the text of a source tells without parsing it: it may be hostile, and parsers recurse.

const SLASH = 47;
const STAR = 42;

/** The position behind the comment or quoted string that begins at `at` with the character `char`; `at` if none does. */
export function endOfText(code: string, at: number, char: number): number {
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

export function endOfWord(code: string, from: number): number {
  let at = from;
  while (at < code.length && isWordCharacter(code.charCodeAt(at))) at++;
  return at;
}

export function isLineEnd(char: number): boolean {
  return char === 10 || char === 13 || char === 0x2028 || char === 0x2029;
}

export function isWordCharacter(char: number): boolean {
  return (
    (char >= 48 && char <= 57) ||
    (char >= 65 && char <= 90) ||
    (char >= 97 && char <= 122) ||
    (char > 127 && !isLineEnd(char))
  );
}
