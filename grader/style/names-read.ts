import type { SourceFile } from '../sandbox/sandbox.ts';
import { identifier, placeOf, visit } from './syntax.ts';

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
      const name = nameRead(node);
      if (name === null || BUILT_IN.has(name)) return;
      found.set(name, [...(found.get(name) ?? []), placeOf(file, node)]);
    });
  }
  return found;
}

function nameRead(node: Parameters<Parameters<typeof visit>[1]>[0]): string | null {
  if (node.type === 'MemberExpression') {
    if (node['computed'] !== true) return identifier(node['property']);
    const { type, value } = node['property'] as { type: string; value?: unknown };
    return type === 'Literal' && typeof value === 'string' ? value : null;
  }
  // In a pattern it is a key that is read, in an object literal one that is written, which does no harm here.
  return node.type === 'Property' && node['computed'] !== true ? identifier(node['key']) : null;
}
