import { parseSync } from 'oxc-parser';
import type { SourceFile } from '../class/submission.ts';
import { nestingFault } from '../sandbox/nesting.ts';
import { identifier, type Node } from '../style/syntax.ts';

/** What a file declares at its top level, by name, and what its names of elsewhere are called there. */
export interface FileNames {
  declared: Map<string, Node>;
  /** name here -> name in the file that it is imported from */
  imported: Map<string, string>;
  /** exported name -> name here */
  exported: Map<string, string>;
}

/**
 * What a file declares. Null if it cannot be parsed. It may only be called where a parser may die: the check of the
 * nesting is rough.
 */
export function namesOf({ path, code }: SourceFile): FileNames | null {
  if (nestingFault(code) !== null) return null;
  const program = programOf(path, code);
  if (program === null) return null;
  const names: FileNames = { declared: new Map(), imported: new Map(), exported: new Map() };
  for (const node of program) {
    if (node.type === 'ImportDeclaration') noteImport(node, names);
    else if (node.type === 'ExportNamedDeclaration') noteExport(node, names);
    else declare(node, names);
  }
  return names;
}

/** TypeScript first: it takes JavaScript too, but for a few forms. */
function programOf(path: string, code: string): Node[] | null {
  const first = path.endsWith('.ts') ? 'ts' : 'js';
  for (const lang of [first, first === 'ts' ? 'js' : 'ts'] as const) {
    const { program, errors } = parseSync(`module.${lang}`, code, {
      lang,
      sourceType: 'module',
      preserveParens: false,
    });
    if (errors.length === 0) return program.body as unknown as Node[];
  }
  return null;
}

function noteImport(node: Node, { imported }: FileNames): void {
  for (const specifier of list(node['specifiers'])) {
    const local = identifier(specifier['local']);
    if (local !== null) imported.set(local, identifier(specifier['imported']) ?? local);
  }
}

function noteExport(node: Node, names: FileNames): void {
  const declaration = node['declaration'] as Node | null;
  if (declaration !== null) for (const name of declare(declaration, names)) names.exported.set(name, name);
  for (const specifier of list(node['specifiers'])) {
    const [local, outside] = [identifier(specifier['local']), identifier(specifier['exported'])];
    if (local !== null && outside !== null) names.exported.set(outside, local);
  }
}

const TYPES = new Set(['TSTypeAliasDeclaration', 'TSInterfaceDeclaration']);

/** Notes what a statement declares, types aside, and returns the names. */
function declare(node: Node, { declared }: FileNames): string[] {
  if (TYPES.has(node.type)) return [];
  const found: [string, Node][] = [];
  if (node.type === 'VariableDeclaration') {
    for (const each of list(node['declarations'])) for (const name of bound(each['id'])) found.push([name, each]);
  } else {
    const name = identifier(node['id']);
    if (name !== null) found.push([name, node]);
  }
  for (const [name, where] of found) if (!declared.has(name)) declared.set(name, where);
  return found.map(([name]) => name);
}

/** The names that a pattern binds. */
export function bound(pattern: unknown): string[] {
  const names: string[] = [];
  const pending: unknown[] = [pattern];
  for (
    let node = pending.pop() as Node | null | undefined;
    node !== undefined;
    node = pending.pop() as Node | null | undefined
  ) {
    if (node === null) continue;
    const name = identifier(node);
    if (name !== null) names.push(name);
    else if (node.type === 'AssignmentPattern') pending.push(node['left']);
    else if (node.type === 'RestElement') pending.push(node['argument']);
    else if (node.type === 'Property') pending.push(node['value']);
    else if (node.type === 'ArrayPattern') pending.push(...list(node['elements']));
    else if (node.type === 'ObjectPattern') pending.push(...list(node['properties']));
    else if (node.type === 'TSParameterProperty') pending.push(node['parameter']);
  }
  return names;
}

function list(value: unknown): Node[] {
  return Array.isArray(value) ? (value.filter((each) => each !== null) as Node[]) : [];
}
