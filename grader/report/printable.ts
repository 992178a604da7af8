/** What a terminal or a browser would act on instead of showing: control and bidirectional characters. */
const ACTIVE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A character that stands for one that must not act: `␛` for escape, U+FFFD where no picture exists. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** The text with nothing in it that acts: control characters become visible; line breaks and tabs stay. */
export function printable(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(ACTIVE, (character) => (character === '\n' || character === '\t' ? character : picture(character)));
}

/** The same on one line: runs of white space become one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' ').trim());
}

/** At most `length` characters, the end replaced by an ellipsis where there were more. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text.slice(0, 2 * length + 2));
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
