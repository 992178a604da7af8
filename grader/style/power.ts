import type { SourceFile } from '../sandbox/sandbox.ts';
import { type Node, placeOf, visit } from './syntax.ts';

/** Where a submission writes `^`, which is exclusive or of bits. */
export interface Carets {
  /** each as it is written, by its place */
  written: ReadonlyMap<string, string>;
  /** the same files with `**` in their place */
  rewritten: SourceFile[];
}

const LONGEST = 40;

/** All `^` and `^=` of a submission. */
export function caretsIn(files: readonly SourceFile[]): Carets {
  const written = new Map<string, string>();
  const rewritten = files.map((file) => {
    const found: Node[] = [];
    visit(file, (node) => {
      const { type, operator } = node;
      if (!(type === 'BinaryExpression' && operator === '^') && !(type === 'AssignmentExpression' && operator === '^='))
        return;
      found.push(node);
      const text = file.code.slice(node.start, node.end).replace(/\s+/g, ' ');
      written.set(placeOf(file, node), text.length > LONGEST ? 'a ^ b' : text);
    });
    return { ...file, code: withPowers(file.code, found) };
  });
  return { written, rewritten };
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
