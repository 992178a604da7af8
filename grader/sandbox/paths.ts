import { parseSync } from '../../host/syntax.ts';
import { isNodeModule } from './node-modules.ts';
import { lineAt } from './trace.ts';

/** Extensions of code files; a specifier without one is tried with each, in this order. */
const EXTENSIONS = ['.ts', '.js', '.mjs'] as const;

/**
 * The file of the submission that `specifier` means if `from` imports it: `./math`, `./math.js` and `./math.ts` all
 * find `math.ts`. Nothing outside the submission can be imported.
 */
export function resolveImport(from: string, specifier: string, has: (path: string) => boolean): string | Error {
  if (!/^\.\.?\//.test(specifier)) {
    return new Error(
      `imports '${specifier}', but a submission can import only its own files, as './math'${insteadOf(specifier)}`,
    );
  }
  const path = pathFrom(from, specifier);
  const stem = path.replace(/\.(ts|js|mjs)$/, '');
  const candidates = [path, ...EXTENSIONS.map((extension) => path + extension), ...EXTENSIONS.map((e) => stem + e)];
  const found = candidates.find(has);
  return found ?? new Error(`imports '${specifier}', but the submission has no such file`);
}

/** The path that a relative specifier names, seen from a file; one that leads out of the submission begins with `..`. */
export function pathFrom(from: string, specifier: string): string {
  const steps: string[] = [];
  for (const step of [...from.split('/').slice(0, -1), ...specifier.split('/')]) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  const path = steps.join('/') || '.';
  return specifier.endsWith('/') ? `${path}/` : path;
}

/** What to do without a package, or a part of Node.js. */
function insteadOf(specifier: string): string {
  return isNodeModule(specifier)
    ? ': there is no Node.js, and no file to read: take it out'
    : ': no package is there: write it with arrays, loops and Math';
}

/**
 * The files in an order in which each comes after those that it imports, as far as a look at the text can tell, so that
 * a fault is found in the file that has it. Only the order depends on this.
 */
export function importsFirst(sources: ReadonlyMap<string, string>): string[] {
  const ordered = new Set<string>();
  const entered = new Set<string>();
  const visit = (path: string): void => {
    if (entered.has(path)) return;
    entered.add(path);
    for (const specifier of importedBy(sources.get(path) ?? '')) {
      const target = resolveImport(path, specifier, (candidate) => sources.has(candidate));
      if (typeof target === 'string') visit(target);
    }
    ordered.add(path);
  };
  for (const path of [...sources.keys()].sort()) visit(path);
  return [...ordered];
}

/** What a source imports of its own files, as far as a look at the text can tell. */
export function importedBy(source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*(?:\(\s*)?['"](\.[^'"\n]{1,200})['"]/g);
  return Array.from(found, (match) => match[1] ?? '');
}

/** What one statement imports from another module. */
interface Asked {
  specifier: string;
  /** the names that the module must export */
  imported: readonly string[];
  /** the names under which they are exported again */
  exported: readonly string[];
}

/** The line of the first `import … from` or `export … from` that is meant, null if none is found. */
export function importLine(path: string, source: string, isMeant: (asked: Asked) => boolean): number | null {
  const lang = path.endsWith('.ts') ? 'ts' : 'js';
  const { module } = parseSync(`module.${lang}`, source, { lang, sourceType: 'module' });
  const imports = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    start,
    specifier: moduleRequest.value,
    imported: entries.flatMap(({ isType, importName }) => (isType ? [] : nameOf(importName))),
    exported: [],
  }));
  const exports = module.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(({ moduleRequest, exportName }) =>
      moduleRequest === null
        ? []
        : { start, specifier: moduleRequest.value, imported: [], exported: nameOf(exportName) },
    ),
  );
  const found = [...imports, ...exports].sort((a, b) => a.start - b.start).find(isMeant);
  return found === undefined ? null : lineAt(source, found.start);
}

function nameOf({ kind, name }: { kind: string; name: string | null }): string[] {
  if (kind === 'Default') return ['default'];
  return name === null ? [] : [name];
}
