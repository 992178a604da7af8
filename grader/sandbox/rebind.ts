import { parseSync } from '../../host/syntax.ts';

/** What is known of a module's source: where its exported functions are, and which names it uses. */
interface Exported {
  name: string;
  /** what is to be replaced, and the form of what takes its place */
  start: number;
  end: number;
  form: 'declaration' | 'expression';
  /** whether the statement that is replaced exported the function under its own name */
  exports: boolean;
  local: string;
}

/** A module with the exported functions of some names replaced; `referenced` are those that other code in it uses. */
export interface Rebound {
  code: string;
  bound: string[];
  referenced: Set<string>;
}

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/**
 * Replaces exported functions by what the module `room` exports under their names, so that the module's other code calls
 * those too. They are imported, not written into the code: no text that the code can read (of a function, of a stack)
 * says where they come from.
 * Takes `export function f`, `export const f = …`, and either of them exported in a list, under another name or not.
 * A form that cannot be replaced safely (a binding assigned to again, a pattern, a class) is left as it is.
 *
 * @param code JavaScript, as the engine takes it
 */
export function rebind(code: string, names: ReadonlySet<string>, room: string): Rebound {
  const untouched: Rebound = { code, bound: [], referenced: new Set() };
  const { program, errors } = parseSync('module.js', code, { lang: 'js', sourceType: 'module' });
  if (errors.length > 0) return untouched;
  const uses = usesOf(program as unknown as Node);
  const exported = exportsOf(program.body as unknown as Node[], names).filter(({ local }) => !uses.assigned.has(local));
  const imports = exported.map(({ name, form, exports, local }) =>
    form === 'declaration'
      ? `import { ${name} as ${local} } from '${room}';${exports ? ` export { ${local} };` : ''}`
      : `import { ${name} as ${room}${name} } from '${room}';`,
  );
  let rewritten = code;
  for (const { name, start, end, form } of exported.toSorted((a, b) => b.start - a.start)) {
    // A declaration leaves an empty statement, which keeps those before and after it apart.
    rewritten = rewritten.slice(0, start) + (form === 'declaration' ? ';' : room + name) + rewritten.slice(end);
  }
  rewritten += `\n${imports.join('\n')}`;
  const used = (name: string): boolean => {
    const local = exported.find((item) => item.name === name)?.local;
    return (uses.read.get(name) ?? 0) > 0 || (local !== undefined && (uses.read.get(local) ?? 0) > 0);
  };
  return { code: rewritten, bound: exported.map(({ name }) => name), referenced: new Set([...names].filter(used)) };
}

/** The exported functions of the wanted names, as far as they can be replaced. */
function exportsOf(body: readonly Node[], names: ReadonlySet<string>): Exported[] {
  const places = new Map<string, Omit<Exported, 'name'>>();
  const exported = new Map<string, string>();
  for (const statement of body) {
    const isExport = statement.type === 'ExportNamedDeclaration';
    const declaration = isExport ? (statement['declaration'] as Node | null) : statement;
    for (const place of declaration === null ? [] : placesOf(declaration, isExport ? statement : declaration)) {
      places.set(place.local, { ...place, exports: isExport });
      if (isExport) exported.set(place.local, place.local);
    }
    if (!isExport || statement['source'] !== null) continue;
    for (const specifier of statement['specifiers'] as Node[]) {
      const [local, name] = [nameOf(specifier['local']), nameOf(specifier['exported'])];
      if (local !== null && name !== null) exported.set(name, local);
    }
  }
  const replaced = new Set<string>();
  return [...exported].flatMap(([name, local]) => {
    const place = places.get(local);
    // Exported under two names, it would have to be both.
    if (!names.has(name) || place === undefined || replaced.has(local)) return [];
    replaced.add(local);
    return [{ name, ...place }];
  });
}

/** @param whole the statement that declares, with `export` if that is before it */
function placesOf(declaration: Node, whole: Node): Omit<Exported, 'name' | 'exports'>[] {
  if (declaration.type === 'FunctionDeclaration') {
    const local = nameOf(declaration['id']);
    const { start, end } = whole;
    return local === null ? [] : [{ start, end, form: 'declaration', local }];
  }
  if (declaration.type !== 'VariableDeclaration') return [];
  return (declaration['declarations'] as Node[]).flatMap((declarator) => {
    const local = nameOf(declarator['id']);
    const init = declarator['init'] as Node | null;
    if (local === null || init === null) return [];
    return [{ start: init.start, end: init.end, form: 'expression' as const, local }];
  });
}

function nameOf(node: unknown): string | null {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === 'Identifier' && name !== undefined ? name : null;
}

/** How often each name is read outside declarations and export lists, and which names are assigned to. */
function usesOf(program: Node): { read: Map<string, number>; assigned: Set<string> } {
  const read = new Map<string, number>();
  const assigned = new Set<string>();
  const pending: { node: Node; target: boolean }[] = [{ node: program, target: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, target } = next;
    const name = nameOf(node);
    if (name !== null) {
      if (target) assigned.add(name);
      else read.set(name, (read.get(name) ?? 0) + 1);
      continue;
    }
    if (node.type === 'ExportNamedDeclaration' && node['source'] === null && node['declaration'] === null) continue;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'id' && /^(Function|Variable|Class)Declarat/.test(node.type)) continue;
      const isTarget = target || isTargetKey(node.type, key);
      for (const item of Array.isArray(child) ? child : [child]) {
        if (typeof item === 'object' && item !== null && 'type' in item)
          pending.push({ node: item as Node, target: isTarget });
      }
    }
  }
  return { read, assigned };
}

function isTargetKey(type: string, key: string): boolean {
  if (type === 'UpdateExpression') return key === 'argument';
  return key === 'left' && /^(AssignmentExpression|ForInStatement|ForOfStatement)$/.test(type);
}
