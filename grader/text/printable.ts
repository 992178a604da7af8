/** What a terminal or a browser would act on instead of showing: control and bidirectional characters. */
const ACTIVE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Scripts whose spelling needs joiners: half of a Persian or Bengali name is written with them. */
const JOINING = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');
/** After one of these a joiner asks for another form of the letter before, at the end of a word too. */
const VIRAMA = '\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2';
/**
 * A zero-width joiner or non-joiner where it is a part of the spelling: between letters of such a script, after a virama, or
 * between emoji (as in Unicode's UAX #31, section 2.3). Anywhere else it would only make two names look the same.
 */
const SPELT = new RegExp(
  `(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])|(?<=[${VIRAMA}])[\\u200c\\u200d]|` +
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  'gu',
);

/** A character that stands for one that must not act: `␛` for escape, U+FFFD where no picture exists. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** The text with nothing in it that acts: control characters become visible; line breaks, tabs and spelling stay. */
export function printable(text: string): string {
  const plain = text.replace(/\r\n/g, '\n');
  const spelt = new Set(Array.from(plain.matchAll(SPELT), ({ index }) => index));
  return plain.replace(ACTIVE, (character, at: number) =>
    character === '\n' || character === '\t' || spelt.has(at) ? character : picture(character),
  );
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
