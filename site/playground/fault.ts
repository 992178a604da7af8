import { firstLineOf } from '../../accelerated/error-message.ts';

/** What is said of a fault of something that was opened or imported: one line that begins like a sentence and ends like one. */
export function lineOf(error: unknown): string {
  const line = firstLineOf(error);
  // A name of a file stays as it is spelt.
  const isName = /^\S*[./:]\S*/.test(line);
  return `${isName ? line.charAt(0) : line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? '' : '.'}`;
}
