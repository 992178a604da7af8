import type { SourceFile } from '../sandbox/sandbox.ts';
import { identifier, type Node, placeOf, visit } from './syntax.ts';

/** Names of properties of arrays, numbers and the global objects: nobody calls a field or an option so. */
const BUILT_IN: ReadonlySet<string> = new Set(
  [
    Array.prototype,
    Number.prototype,
    String.prototype,
    Object.prototype,
    Map.prototype,
    Set.prototype,
    Math,
    Number,
    Object,
    Array,
    JSON,
    console,
  ].flatMap((object) => Object.getOwnPropertyNames(object)),
);

/** The names that a submission reads from records, by `record.name` or by taking them apart, each with its lines. */
export function namesRead(files: readonly SourceFile[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    visit(file, (node) => {
      for (const name of readBy(node)) {
        if (!BUILT_IN.has(name)) found.set(name, [...(found.get(name) ?? []), placeOf(file, node)]);
      }
    });
  }
  return found;
}

function readBy(node: Node): string[] {
  if (node.type === 'ObjectPattern') {
    return (node['properties'] as Node[]).flatMap((property) =>
      property.type === 'Property' && property['computed'] !== true ? (identifier(property['key']) ?? []) : [],
    );
  }
  if (node.type !== 'MemberExpression') return [];
  if (node['computed'] !== true) return [identifier(node['property']) ?? []].flat();
  const { type, value } = node['property'] as { type: string; value?: unknown };
  return type === 'Literal' && typeof value === 'string' ? [value] : [];
}
