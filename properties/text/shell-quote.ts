import { replaceHarmful } from './characters.ts';

/**
 * A word as a POSIX shell takes it literally, whatever is in it.
 *
 * @example shellQuote("o'neill") // `'o'\''neill'`
 */
export function shellQuote(word: string): string {
  if (/^[\w@%+:,./-]+$/.test(word)) return word;
  if (replaceHarmful(word, () => '') === word) return `'${word.replaceAll("'", "'\\''")}'`;
  // Harmful characters would be lost, or act, on the way through a terminal and a clipboard.
  return `$'${replaceHarmful(word.replace(/[\\']/g, '\\$&'), bytesOf)}'`;
}

/** A character as the shell's `$'…'` writes its UTF-8. */
function bytesOf(character: string): string {
  return Array.from(new TextEncoder().encode(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
