import { parseSync, visitorKeys } from 'oxc-parser';

/** A node of the syntax tree, with what all nodes have. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** The tree of a TypeScript module. */
export function parse(file: string, source: string): Node {
  const { program, errors } = parseSync(file, source);
  const [error] = errors;
  if (error) throw new SyntaxError(`${file}: ${error.message}`);
  return program as unknown as Node;
}

/** The nodes right below one, in the order of the source. */
export function children(node: Node): Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const held = node[key];
    return (Array.isArray(held) ? held : [held]).filter(isNode);
  });
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The node under a key, if it is one of that type. */
export function childOfType(node: Node, key: string, type: string): Node | undefined {
  const child = node[key];
  return isNode(child) && child.type === type ? child : undefined;
}
