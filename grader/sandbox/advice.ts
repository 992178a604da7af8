import { exercisePaths } from '../../exercises/exercises.ts';
import { parseSync } from '../../host/syntax.ts';
import { nameOf } from '../../properties/entry/entries.ts';
import type { RegisteredFunction } from './engine.ts';
import { lineAt } from './trace.ts';

const COMMON_JS = /\bmodule\s*\.\s*exports\b|\bexports\s*\.\s*[\w$]+\s*=|\bexports\s*\[/;
/** TypeScript's own form of it */
const EXPORT_ASSIGNMENT = /^[ \t]*export\s*=(?!=)/m;
const REQUIRE = /\brequire\s*\(\s*['"]/;

/** What a file exports, if it could be loaded. */
interface Exporting {
  exports: readonly string[];
  functions: readonly RegisteredFunction[];
}

/** What to change in a file whose exports the grader can't see, in one sentence, or null. */
export function adviceFor(
  path: string,
  code: string,
  file: Exporting | undefined,
  graded: ReadonlyMap<string, string>,
): string | null {
  const exports = file?.exports ?? [];
  const loaded = file !== undefined;
  if (exports.some((name) => name !== 'default')) return file ? defaultAdvice(path, code, file, graded) : null;
  if (COMMON_JS.test(code)) {
    return `${placeOf(path, code, COMMON_JS)} exports the CommonJS way (module.exports): write 'export function …' before each function instead.`;
  }
  if (!loaded && EXPORT_ASSIGNMENT.test(code)) {
    return `${placeOf(path, code, EXPORT_ASSIGNMENT)} exports the CommonJS way (export =): write 'export function …' before each function instead.`;
  }
  if (!loaded && REQUIRE.test(code)) {
    return `${placeOf(path, code, REQUIRE)} loads files the CommonJS way (require): write 'import { … } from …' instead.`;
  }
  if (exports.includes('default')) {
    return `${placeOf(path, code, /^[ \t]*export\s+default\b/m)} has only a default export: export each function by its name, as 'export function …'.`;
  }
  return loaded && /\bfunction\s+[\w$]+|=>/.test(code)
    ? `${path} exports no function: write 'export' before each function that is to be graded.`
    : null;
}

/**
 * What to change if a function is exported as the default beside others that are exported by name. One that is not
 * called like an exercise may be a helper.
 */
function defaultAdvice(
  path: string,
  code: string,
  { functions }: Exporting,
  graded: ReadonlyMap<string, string>,
): string | null {
  const byDefault = functions.find(({ name }) => name === 'default');
  if (byDefault === undefined) return null;
  const { file, line, column } = byDefault;
  const isAlsoNamed = functions.some(
    (other) => other !== byDefault && other.file === file && other.line === line && other.column === column,
  );
  const found = isAlsoNamed ? null : localDefault(path, code);
  const exercise = found === null ? null : exerciseNamed(found.name);
  if (found === null || exercise === null || graded.has(exercise)) return null;
  const list = found.name === exercise ? exercise : `${found.name} as ${exercise}`;
  return `${path}:${found.line} exports ${found.name} only as the default, which is not graded: add 'export { ${list} };'.`;
}

/** The name of the default export within its file, and the line of the export. */
function localDefault(path: string, code: string): { name: string; line: number } | null {
  const lang = path.endsWith('.ts') ? 'ts' : 'js';
  const { module } = parseSync(`module.${lang}`, code, { lang, sourceType: 'module' });
  for (const { entries } of module.staticExports) {
    for (const { exportName, localName } of entries) {
      if (exportName.kind !== 'Default' && exportName.name !== 'default') continue;
      return localName.name === null ? null : { name: localName.name, line: lineAt(code, exportName.start ?? 0) };
    }
  }
  return null;
}

/** The exercise of this name, ignoring case except for the first letter: a capital there is a class. */
function exerciseNamed(name: string): string | null {
  const isMeant = (exercise: string): boolean =>
    exercise[0] === name[0] && exercise.toLowerCase() === name.toLowerCase();
  return exercisePaths().map(nameOf).find(isMeant) ?? null;
}

/** `ada.ts:12`, or the file alone if the pattern is not found in it. */
function placeOf(path: string, code: string, pattern: RegExp): string {
  const found = pattern.exec(code);
  return found === null ? path : `${path}:${lineAt(code, found.index)}`;
}
