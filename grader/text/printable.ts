import { replaceHarmful } from '../../properties/text/characters.ts';
import { withoutCommands } from './build-commands.ts';

/** A visible character in place of a harmful one: `␛` for escape, U+FFFD if no picture exists. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/**
 * The text with harmful characters made visible; line breaks, tabs and joiners of a spelling stay. No line of it is a command to
 * a build server.
 */
export function printable(text: string): string {
  const plain = text.replace(/\r\n/g, '\n');
  const visible = replaceHarmful(plain, (character) =>
    character === '\n' || character === '\t' ? character : picture(character),
  );
  return withoutCommands(visible);
}

/** The same on one line: runs of white space become one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' ').trim());
}

/** At most `length` characters, the end replaced by an ellipsis if there were more. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
