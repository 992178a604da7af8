import type { SourceFile } from '../sandbox/sandbox.ts';
import { type Node, placeOf, visit } from './syntax.ts';

/** Where a submission writes `^`, which is exclusive or of bits. */
export interface Carets {
  /** of the first, as it is written */
  written: string;
  line: string;
  /** the same files with `**` in their place */
  rewritten: SourceFile[];
}

const LONGEST = 40;

/** All `^` and `^=` of a submission, or null. */
export function caretsIn(files: readonly SourceFile[]): Carets | null {
  let first: Omit<Carets, 'rewritten'> | null = null;
  const rewritten = files.map((file) => {
    const found: Node[] = [];
    visit(file, (node) => {
      const { operator } = node;
      if (
        (node.type === 'BinaryExpression' && operator === '^') ||
        (node.type === 'AssignmentExpression' && operator === '^=')
      )
        found.push(node);
    });
    found.sort((a, b) => a.start - b.start);
    const [earliest] = found;
    if (first === null && earliest !== undefined) {
      const written = file.code.slice(earliest.start, earliest.end).replace(/\s+/g, ' ');
      first = { written: written.length > LONGEST ? 'a ^ b' : written, line: placeOf(file, earliest) };
    }
    return { ...file, code: withPowers(file.code, found) };
  });
  return first === null ? null : { ...(first as Omit<Carets, 'rewritten'>), rewritten };
}

/** With `**`, which JavaScript does not take after a sign: there -x ** 2 is meant as -(x ** 2). */
function withPowers(code: string, carets: readonly Node[]): string {
  const edits = carets.flatMap((node) => {
    const [left, right] = [node['left'] as Node, node['right'] as Node];
    const at = left.end + code.slice(left.end, right.start).indexOf('^');
    const power = { at, removed: 1, text: '**' };
    if (left.type !== 'UnaryExpression') return [power];
    const { start } = left['argument'] as Node;
    return [{ at: start, removed: 0, text: '(' }, power, { at: right.end, removed: 0, text: ')' }];
  });
  return edits
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, removed, text: put }) => text.slice(0, at) + put + text.slice(at + removed), code);
}
