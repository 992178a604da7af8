/**
 * A word as a POSIX shell takes it literally, whatever is in it.
 *
 * @example shellQuote("o'neill") // `'o'\''neill'`
 */
export function shellQuote(word: string): string {
  if (/^[\w@%+:,./-]+$/.test(word)) return word;
  if (!/\p{Cc}/u.test(word)) return `'${word.replaceAll("'", "'\\''")}'`;
  // Control characters would be lost, or act, on the way through a clipboard.
  const escaped = word
    .replace(/[\\']/g, '\\$&')
    .replace(/\p{Cc}/gu, (character) =>
      Array.from(Buffer.from(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  return `$'${escaped}'`;
}
