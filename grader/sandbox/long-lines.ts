import { endOfText, endOfWord, isLineEnd, isWordCharacter } from './source-text.ts';

/** Characters of a line that counts as long: few people write longer ones, minifiers do. */
const LONG = 200;
/** Characters after which a long line is broken at the next place where it may be. */
const WIDTH = 120;
/** Words after which a slash begins a regular expression; after others it divides. */
const OPERATORS: ReadonlySet<string> = new Set(
  'await case delete do else extends in instanceof new of return throw typeof void yield'.split(' '),
);
/** Words whose round brackets are followed by a statement, which may begin with a regular expression. */
const CONDITIONS: ReadonlySet<string> = new Set(['if', 'for', 'while', 'with']);

/** A source whose long lines are broken into several. */
export interface Wrapped {
  code: string;
  /** the line of the original in which a line of the wrapped source lies; both are counted from 1 */
  originalLine(line: number): number;
}

/**
 * The source with its long lines broken after `;`, `,` and `{`, where a line end changes no meaning; null if no line is
 * long. Parsers quote the whole line with every error: one of 36 KB with thousands of errors takes gigabytes. A look
 * at the text cannot tell every regular expression from a division and may break one, so the result is fit to be
 * searched for errors and not to be run.
 */
export function wrapLongLines(code: string): Wrapped | null {
  if (!hasLongLine(code)) return null;
  const pieces: string[] = [];
  /** for each line of the result that of the original */
  const origins: number[] = [1];
  let line = 1;
  let from = 0;
  let lineStart = 0;
  for (const at of breakPositions(code)) {
    for (let end = code.indexOf('\n', lineStart); end >= 0 && end < at; end = code.indexOf('\n', lineStart)) {
      line += 1;
      origins.push(line);
      lineStart = end + 1;
    }
    if (at - lineStart < WIDTH) continue;
    pieces.push(code.slice(from, at));
    origins.push(line);
    from = at;
    lineStart = at;
  }
  pieces.push(code.slice(from));
  const last = origins.length;
  return {
    code: pieces.join('\n'),
    originalLine: (wrapped) => origins[wrapped - 1] ?? line + wrapped - last,
  };
}

function hasLongLine(code: string): boolean {
  for (let start = 0; code.length - start > LONG; ) {
    const end = code.indexOf('\n', start);
    if (end < 0 || end - start > LONG) return true;
    start = end + 1;
  }
  return false;
}

/** The positions behind each `;`, `,` and `{` of the code, as opposed to those of comments, strings and templates. */
function* breakPositions(code: string): Generator<number> {
  /** for each open round bracket whether it is that of a condition */
  const conditions: boolean[] = [];
  /** for each template that is open the number of braces open in its substitution */
  const templates: number[] = [];
  /** whether a slash here would begin a regular expression */
  let isOperand = true;
  let word = '';
  for (let at = 0; at < code.length; ) {
    const char = code.charCodeAt(at);
    const behind = endOfText(code, at, char);
    if (behind > at) {
      if (char !== SLASH) [isOperand, word] = [false, ''];
      at = behind;
    } else if (isWordCharacter(char) || char === DOLLAR) {
      const end = endOfWord(code, at + 1);
      word = code[at - 1] === '.' || end - at > 10 ? '' : code.slice(at, end);
      isOperand = OPERATORS.has(word);
      at = end;
    } else if (char <= 32 || isLineEnd(char)) {
      at += 1;
    } else if (char === SLASH && isOperand) {
      at = endOfPattern(code, at + 1);
      [isOperand, word] = [false, ''];
    } else if (char === BACKTICK || (char === CLOSE_BRACE && templates.at(-1) === 0)) {
      if (char === CLOSE_BRACE) templates.pop();
      at = endOfTemplateText(code, at + 1);
      isOperand = code[at - 1] === '{';
      if (isOperand) templates.push(0);
      word = '';
    } else {
      const inner = templates.length - 1;
      if (char === OPEN_ROUND) conditions.push(CONDITIONS.has(word));
      if (char === OPEN_BRACE && inner >= 0) templates[inner] = (templates[inner] ?? 0) + 1;
      if (char === CLOSE_BRACE && inner >= 0) templates[inner] = (templates[inner] ?? 0) - 1;
      if (char === CLOSE_ROUND) isOperand = conditions.pop() ?? false;
      else if (char === CLOSE_SQUARE) isOperand = false;
      // `a++ / 2` divides
      else isOperand = !((char === PLUS || char === MINUS) && code.charCodeAt(at - 1) === char);
      word = '';
      at += 1;
      if (char === SEMICOLON || char === COMMA || char === OPEN_BRACE) yield at;
    }
  }
}

const DOLLAR = 36;
const OPEN_ROUND = 40;
const CLOSE_ROUND = 41;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const SLASH = 47;
const SEMICOLON = 59;
const CLOSE_SQUARE = 93;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** The position behind a regular expression; one that is not closed ends with its line. */
function endOfPattern(code: string, from: number): number {
  let inClass = false;
  for (let at = from; at < code.length; at++) {
    const char = code[at];
    if (isLineEnd(code.charCodeAt(at))) return at;
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return code.length;
}

/** The position behind the text of a template: behind its end, or behind the `${` of a substitution. */
function endOfTemplateText(code: string, from: number): number {
  for (let at = from; at < code.length; at++) {
    const char = code[at];
    if (char === '\\') at++;
    else if (char === '`') return at + 1;
    else if (char === '$' && code[at + 1] === '{') return at + 2;
  }
  return code.length;
}
