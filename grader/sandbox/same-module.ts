import { importedBy, resolveImport } from './paths.ts';

/**
 * Whether two files hold the same module: the same text, and where they import others, the same modules again. A folder that was
 * handed in with a copy of itself is no contradiction.
 */
export function isSameModule(
  one: string,
  other: string,
  sources: ReadonlyMap<string, string>,
  assumed: Set<string> = new Set(),
): boolean {
  const pair = JSON.stringify([one, other]);
  if (one === other || assumed.has(pair)) return true;
  const code = sources.get(one);
  if (code === undefined || sources.get(other) !== code) return false;
  // Modules that import each other are the same unless something shows that they are not.
  assumed.add(pair);
  const target = (from: string, specifier: string): string | Error =>
    resolveImport(from, specifier, (path) => sources.has(path));
  return importedBy(code).every((specifier) => {
    const [first, second] = [target(one, specifier), target(other, specifier)];
    return typeof first === 'string' && typeof second === 'string' && isSameModule(first, second, sources, assumed);
  });
}
