const MAX_BRACKETS = 500;
/** Words and signs in a row without `;` `,` `{` or `}`; each may be one level more, as in `!!!!x` or `a => b => c`. */
const MAX_RUN = 4000;
const MAX_ELSE = 2000;

/**
 * Says why a source may be nested too deep for a parser, or null. Parsers recurse: 100,000 levels end the whole process.
 * The look is rough, for it knows neither strings nor comments, and its bounds are far beyond what people write.
 */
export function nestingFault(code: string): string | null {
  let depth = 0;
  let run = 0;
  let inWord = false;
  for (let at = 0; at < code.length; at++) {
    const char = code.charCodeAt(at);
    const isWord =
      (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || (char >= 97 && char <= 122) || char > 127;
    // a word counts once, a sign each time, white space never
    if (isWord ? !inWord : char > 32) run++;
    inWord = isWord;
    if (char === 40 || char === 91 || char === 123) depth++;
    else if ((char === 41 || char === 93 || char === 125) && depth > 0) depth--;
    if (char === 44 || char === 59 || char === 123 || char === 125) run = 0;
    if (depth > MAX_BRACKETS) return `SyntaxError: brackets nested more than ${MAX_BRACKETS} deep`;
    if (run > MAX_RUN) return `SyntaxError: an expression of more than ${MAX_RUN} words and signs`;
  }
  const elses = code.split(/\belse\b/, MAX_ELSE + 2).length - 1;
  return elses > MAX_ELSE ? `SyntaxError: more than ${MAX_ELSE} branches of else` : null;
}
