import { parseSync } from '../../host/syntax.ts';
import { nestingFault } from '../sandbox/nesting.ts';
import type { SourceFile } from '../sandbox/sandbox.ts';
import { lineAt } from '../sandbox/trace.ts';

/** A node of a syntax tree, of any type. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** Visits every node of a file's syntax tree; nothing if it cannot be parsed. */
export function visit({ path, code }: SourceFile, visitor: (node: Node) => void): void {
  if (nestingFault(code) !== null) return;
  const lang = path.endsWith('.ts') ? 'ts' : 'js';
  const { program, errors } = parseSync(`module.${lang}`, code, { lang, sourceType: 'module' });
  if (errors.length > 0) return;
  const pending: Node[] = [program as unknown as Node];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visitor(node);
    for (const child of Object.values(node)) {
      for (const item of Array.isArray(child) ? child : [child]) {
        if (typeof item === 'object' && item !== null && 'type' in item) pending.push(item as Node);
      }
    }
  }
}

/** The name of an identifier, null for anything else. */
export function identifier(node: unknown): string | null {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === 'Identifier' && name !== undefined ? name : null;
}

/** The place that belongs to a function: the first from its own line on, or the first of all. Both are as `ada.ts:12`. */
export function placeFor(places: readonly string[], own: string | null): string | null {
  const lineOf = (place: string): number => Number(place.slice(place.lastIndexOf(':') + 1));
  const fileOf = (place: string): string => place.slice(0, place.lastIndexOf(':'));
  const sorted = places.toSorted((a, b) => lineOf(a) - lineOf(b));
  const from =
    own === null ? undefined : sorted.find((place) => fileOf(place) === fileOf(own) && lineOf(place) >= lineOf(own));
  return from ?? sorted[0] ?? null;
}

/** `ada.ts:12` */
export function placeOf({ path, code }: SourceFile, { start }: Node): string {
  return `${path}:${lineAt(code, start)}`;
}
