import { parseSync, visitorKeys } from 'oxc-parser';

/** A node of a syntax tree, of any type. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** A place in a source and what is written there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Edits that do not overlap, applied to a source. */
export function edited(code: string, edits: readonly Edit[]): string {
  let text = code;
  for (const { start, end, text: by } of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + by + text.slice(end);
  return text;
}

/** The top-level statements of a source. @throws {Error} It cannot be parsed. */
export function parsed(code: string): Node {
  const { program, errors } = parseSync('copy.ts', code, { lang: 'ts', sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${errors[0]?.message}\n${code}`);
  return program as unknown as Node;
}

/** Every node below one, with its parent; types are left out. */
export function* descendants(root: Node): Generator<{ node: Node; parent: Node; key: string }> {
  const pending: { node: Node; parent: Node; key: string }[] = [{ node: root, parent: root, key: '' }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (item.node !== root) yield item;
    for (const key of visitorKeys[item.node.type] ?? []) {
      for (const node of children(item.node, key)) {
        if (!node.type.startsWith('TSType')) pending.push({ node, parent: item.node, key });
      }
    }
  }
}

/** The nodes under one key. */
export function children(node: Node, key: string): Node[] {
  const child = node[key];
  return (Array.isArray(child) ? child : [child]).filter(
    (each): each is Node => typeof each === 'object' && each !== null && 'type' in each,
  );
}

export function textOf(code: string, node: Node): string {
  return code.slice(node.start, node.end);
}

/** Whether an identifier names a variable, and not a property, a label or the like. */
export function isVariable({ node, parent, key }: { node: Node; parent: Node; key: string }): boolean {
  if (node.type !== 'Identifier') return false;
  if (parent.type === 'MemberExpression' && key === 'property') return parent['computed'] === true;
  if (key === 'key') return parent['computed'] === true;
  return (
    !/^(Import|Export)\w*Specifier$/.test(parent.type) && !/^TS|Labeled|Break|Continue|MetaProperty/.test(parent.type)
  );
}
