const COMMON_JS = /\bmodule\s*\.\s*exports\b|\bexports\s*\.\s*[\w$]+\s*=|\bexports\s*\[/;
const REQUIRE = /\brequire\s*\(\s*['"]/;

/** What to change in a file whose exports the grader can't see, in one sentence, or null. */
export function adviceFor(path: string, code: string, loaded: boolean, exports: readonly string[]): string | null {
  const named = exports.filter((name) => name !== 'default');
  if (named.length > 0) return null;
  if (COMMON_JS.test(code)) {
    return `${placeOf(path, code, COMMON_JS)} exports the CommonJS way (module.exports): write 'export function …' before each function instead.`;
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

/** `ada.ts:12`, or the file alone where the pattern is not found in it. */
function placeOf(path: string, code: string, pattern: RegExp): string {
  const found = pattern.exec(code);
  return found === null ? path : `${path}:${code.slice(0, found.index).split('\n').length}`;
}
