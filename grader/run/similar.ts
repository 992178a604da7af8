import { createHash } from 'node:crypto';
import type { SourceFile } from '../class/submission.ts';

/** Ids that a record names: a class of one and the same file would otherwise name everybody in every record. */
const MOST_NAMED = 20;
/** With fewer tokens, honest people write the same. */
const FEWEST_TOKENS = 150;

const WORD = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\d[\w.]*/y;
const KEYWORDS = new Set(
  (
    'as async await break case catch class const continue default delete do else enum export extends false finally for from function ' +
    'if import in instanceof let new null of return super switch this throw true try typeof undefined var void while yield'
  ).split(' '),
);

/**
 * `sha256:…` over what is left of a source without comments, white space and the choice of names; null if that is too
 * little to mean anything. A scan of the text, in time proportional to it, for the source is hostile until shown
 * otherwise: it parses nothing.
 */
export function shapeHash(files: readonly SourceFile[]): string | null {
  const hash = createHash('sha256');
  let count = 0;
  for (const { code } of files) {
    let text = '';
    for (const token of tokens(code)) {
      count += 1;
      text += `${token}\n`;
      // Hashing token by token would take longer than the scan; all at once would take too much memory.
      if (text.length > 10_000) {
        hash.update(text);
        text = '';
      }
    }
    hash.update(text);
  }
  return count < FEWEST_TOKENS ? null : `sha256:${hash.digest('hex')}`;
}

function* tokens(code: string): Generator<string> {
  const names = new Map<string, string>();
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(code)?.[0] ?? null;
  };
  while (at < code.length) {
    const character = code[at] as string;
    if (/[\s;\ufeff]/u.test(character)) at += 1;
    else if (code.startsWith('//', at)) at = endOf(code, '\n', at);
    else if (code.startsWith('/*', at)) at = endOf(code, '*/', at);
    else if (character === '"' || character === "'" || character === '`') {
      const end = endOfString(code, at);
      yield character === '`' ? code.slice(at, end) : `'${code.slice(at + 1, end - 1)}'`;
      at = end;
    } else {
      const word = match(WORD);
      const token = word ?? match(NUMBER) ?? character;
      at += token.length;
      if (word === null || KEYWORDS.has(word)) yield token;
      else {
        if (!names.has(word)) names.set(word, `#${names.size}`);
        yield names.get(word) as string;
      }
    }
  }
}

function endOf(code: string, mark: string, from: number): number {
  const found = code.indexOf(mark, from);
  return found < 0 ? code.length : found + mark.length;
}

/** The position behind the closing quote; a string without one ends with its line, a template with the file. */
function endOfString(code: string, from: number): number {
  const quote = code[from];
  for (let at = from + 1; at < code.length; at++) {
    if (code[at] === quote) return at + 1;
    if (code[at] === '\\') at += 1;
    else if (code[at] === '\n' && quote !== '`') return at;
  }
  return code.length;
}

/** Which submissions of a class are alike. */
export class Similar {
  readonly #bySource = new Map<string, string[]>();
  readonly #byShape = new Map<string, string[]>();
  readonly #shapes = new Map<string, string>();

  /** Must be called in the order of the ids. */
  add(id: string, sourceHash: string | null, shape: string | null): void {
    if (sourceHash !== null) push(this.#bySource, sourceHash, id);
    if (shape === null) return;
    push(this.#byShape, shape, id);
    this.#shapes.set(id, shape);
  }

  /** The first other ids, in their order, of the same source or of the same but for names, comments and white space. */
  to(id: string, sourceHash: string | null): string[] {
    const equal = (sourceHash === null ? undefined : this.#bySource.get(sourceHash)) ?? [];
    const near = this.#byShape.get(this.#shapes.get(id) ?? '') ?? [];
    const first = (ids: readonly string[]): string[] => ids.slice(0, MOST_NAMED + 1);
    const others = new Set([...first(equal), ...first(near)]);
    others.delete(id);
    return [...others].sort().slice(0, MOST_NAMED);
  }
}

function push(groups: Map<string, string[]>, key: string, id: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [id]);
  else group.push(id);
}
