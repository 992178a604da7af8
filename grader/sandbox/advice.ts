/** What to change in a file whose exports the grader can't see, in one sentence, or null. */
export function adviceFor(path: string, code: string, loaded: boolean, exports: readonly string[]): string | null {
  const named = exports.filter((name) => name !== 'default');
  if (named.length > 0) return null;
  if (/\bmodule\s*\.\s*exports\b|\bexports\s*\.\s*[\w$]+\s*=|\bexports\s*\[/.test(code)) {
    return `${path} exports the CommonJS way (module.exports): write 'export function …' before each function instead.`;
  }
  if (/\brequire\s*\(\s*['"]/.test(code) && !loaded) {
    return `${path} loads files the CommonJS way (require): write 'import { … } from …' instead.`;
  }
  if (exports.includes('default')) {
    return `${path} has only a default export: export each function by its name, as 'export function …'.`;
  }
  return loaded && /\bfunction\s+[\w$]+|=>/.test(code)
    ? `${path} exports no function: write 'export' before each function that is to be graded.`
    : null;
}
