const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const OTHER_SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** Where broken JSON first breaks, and what was expected there. */
export interface JsonFault {
  line: number;
  column: number;
  expected: string;
}

/**
 * The first fault of a text that `JSON.parse` refuses, null where there is none: its own messages name no place for most faults,
 * and differ from one version of Node to the next.
 */
export function jsonFault(text: string): JsonFault | null {
  /** what closes each list and object that is open */
  const open: string[] = [];
  let position = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position = pattern.lastIndex;
    return found !== null;
  };
  const take = (mark: string): boolean => {
    skip(BLANK);
    if (text[position] !== mark) return false;
    position += 1;
    return true;
  };
  const fault = (expected: string): JsonFault => ({ ...placeOf(text, position), expected });
  const key = (): boolean => {
    skip(BLANK);
    return skip(STRING);
  };

  for (;;) {
    // A value stands here.
    if (take('{')) {
      if (!take('}')) {
        if (!key()) return fault('a name in double quotes, or }');
        if (!take(':')) return fault('a colon');
        open.push('}');
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (!skip(STRING) && !skip(OTHER_SCALAR)) return fault('a value');
    // A value has just ended.
    for (let closer = open.at(-1); closer !== undefined && take(closer); closer = open.at(-1)) open.pop();
    const closer = open.at(-1);
    if (closer === undefined) {
      skip(BLANK);
      return position === text.length ? null : fault('the end of the file');
    }
    if (!take(',')) return fault(`a comma or ${closer}`);
    if (closer === '}') {
      if (!key()) return fault('a name in double quotes');
      if (!take(':')) return fault('a colon');
    }
  }
}

function placeOf(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
