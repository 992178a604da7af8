import { replaceHarmful, unicodeEscape } from '../../properties/text/characters.ts';
import { withoutCommandsInJson } from './build-commands.ts';

/**
 * JSON in which no harmful character is left as it is: `JSON.stringify` escapes those below U+0020 alone, and records are
 * read in terminals too. Parsed, it is the same value.
 */
export function jsonText(value: unknown, indent?: number): string {
  // The line ends are those of the indentation.
  const escaped = replaceHarmful(JSON.stringify(value, null, indent), (character) =>
    character === '\n' ? character : unicodeEscape(character),
  );
  return withoutCommandsInJson(escaped);
}

/** The same as a line, for a command's `--json`. */
export function jsonLine(value: unknown): string {
  return `${jsonText(value)}\n`;
}
