import { createHash } from 'node:crypto';
import { parseSync } from 'oxc-parser';

/** A line of a module that is not comment alone. */
interface CodeLine {
  /** from 1 */
  line: number;
  /** without the comment behind it */
  text: string;
}

/** The lines of a module that hold code, so that what is said of one of them stays true when comments change. */
export function codeLines(file: string, source: string): CodeLine[] {
  let code = source;
  for (const { start, end } of parseSync(file, source).comments) {
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end);
  }
  return code
    .split('\n')
    .map((text, i) => ({ line: i + 1, text: text.trimEnd() }))
    .filter(({ text }) => text !== '');
}

/** The same for two modules that differ in comments and empty lines only. */
export function hashOfCode(file: string, source: string): string {
  const lines = codeLines(file, source).map(({ text }) => text);
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}
