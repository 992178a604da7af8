import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser';
import { UsageError } from './errors.ts';

/**
 * The value of JSON that somebody wrote by hand.
 *
 * @param name what the text is called, in the message
 * @throws {UsageError} It is not JSON; the message says at which line and column, and what was expected there.
 */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = jsonFault(text);
    if (fault === null) throw error;
    throw new UsageError(`${name}:${fault.line}:${fault.column} is not JSON: expected ${fault.expected}`);
  }
}

/** Where broken JSON first breaks, and what was expected there. */
export interface JsonFault {
  line: number;
  column: number;
  expected: string;
}

const UNCLOSED: Readonly<Record<string, string>> = {
  CloseBraceExpected: 'a comma or }',
  CloseBracketExpected: 'a comma or ]',
};

/**
 * The first fault of a text that `JSON.parse` refuses, null if there is none: its own messages name no place for most faults,
 * and differ from one version of Node to the next.
 *
 * @param atEnd what the message expects after the complete value: for a field of a page it is not the end of a file
 */
export function jsonFault(text: string, atEnd = 'the end of the file'): JsonFault | null {
  /** what closes each list and object that is open */
  const open: string[] = [];
  let expected = 'a value';
  let fault: JsonFault | null = null;
  const afterValue = (): void => {
    const closer = open.at(-1);
    expected = closer === undefined ? atEnd : `a comma or ${closer}`;
  };
  const begin = (closer: string, next: string): void => {
    open.push(closer);
    expected = next;
  };
  const end = (): void => {
    open.pop();
    afterValue();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: () => begin('}', 'a name in double quotes, or }'),
    onObjectProperty: () => {
      expected = 'a colon';
    },
    onObjectEnd: end,
    onArrayBegin: () => begin(']', 'a value'),
    onArrayEnd: end,
    onLiteralValue: afterValue,
    onSeparator: (mark) => {
      expected = mark === ',' && open.at(-1) === '}' ? 'a name in double quotes' : 'a value';
    },
    // The scanner goes on after a fault, so that one fault may bring others.
    onError: (code, _offset, _length, line, character) => {
      // It ends what is open before it says that the end is missing.
      const unclosed = UNCLOSED[printParseErrorCode(code)];
      fault ??= { line: line + 1, column: character + 1, expected: unclosed ?? expected };
    },
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (error) {
    // The scanner calls itself for what is nested.
    if (!(error instanceof RangeError)) throw error;
    fault ??= { line: 1, column: 1, expected: 'fewer levels' };
  }
  return fault;
}

/** Strings, so that digits in them are none of a number, and numbers. */
const STRING_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g;

/** In one line, where a text that is JSON has a number that `JSON.parse` makes an infinity in silence; null if it has none. */
export function tooLargeNumber(text: string): string | null {
  for (const { 0: token, index } of text.matchAll(STRING_OR_NUMBER)) {
    if (token.startsWith('"') || Number.isFinite(Number(token))) continue;
    const before = text.slice(0, index).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1) as string).length + 1}`;
    return `the number at ${place} is too large for float64 (${Number.MAX_VALUE} at most; infinity is written "Infinity")`;
  }
  return null;
}
