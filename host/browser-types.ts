/**
 * What the small transpiler takes and does otherwise than oxc, as far as a look at the text can tell: forms of TypeScript that
 * become code, and decorators.
 */
const COMPILED =
  /\b(?:namespace|module|enum)\s+[\w$'"]|\bimport\s+[\w$]+\s*=|\bexport\s*=|\bconstructor\s*\([^)]*\b(?:public|private|protected|readonly|override)\b|^\s*@[\w$]/m;

/** Whether a source is to be transpiled by oxc itself. */
export function needsOxc(code: string): boolean {
  return COMPILED.test(code);
}
