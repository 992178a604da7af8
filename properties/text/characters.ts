/*
 * The characters that must not reach a terminal, a page, a file name or a record as they are. Whoever shows a text of
 * somebody else's takes them from here, so that what one door stops no other lets through.
 */

/** Patterns of regular expressions with the flag u. */
const CLASSES = {
  /** A terminal obeys them: they move the cursor, clear the screen, end a line; NUL ends a text or a file name. */
  control: '\\p{Cc}',
  /** Some readers end a line there, so that one line of ours becomes two, of which the second is forged. */
  lineSeparator: '[\\p{Zl}\\p{Zp}]',
  /** They reverse the text around them: what reads `exe.png` ends in `.exe`. */
  direction: '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]',
  /**
   * They have no width, so that two different names look the same and a text can hold another that nobody sees. Variation
   * selectors are left out: they choose how the emoji or ideograph before them looks.
   */
  invisible: '(?!\\p{Variation_Selector})\\p{Default_Ignorable_Code_Point}',
  /** What is between them is hidden, or shown in small print above the line. */
  annotation: '[\\ufff9-\\ufffb]',
  /** Halves of a character, which no encoder of UTF-8 takes. */
  half: '\\p{Cs}',
  /** Not characters at all: XML 1.0 has no way to write them. */
  nonCharacter: '[\\ufffe\\uffff]',
} as const;

export type CharacterClass = keyof typeof CLASSES;

/** All classes but those that only an encoder minds. */
const HARMFUL = charactersOf('control', 'lineSeparator', 'direction', 'invisible', 'annotation', 'half');

/** Matches each character of some classes: for one use that needs no more than them. */
export function charactersOf(...classes: readonly CharacterClass[]): RegExp {
  return new RegExp(classes.map((name) => CLASSES[name]).join('|'), 'gu');
}

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
 * A zero-width joiner or non-joiner that is a part of the spelling: between letters of such a script, after a virama, or
 * between emoji (as in Unicode's UAX #31, section 2.3). Anywhere else it would only make two names look the same.
 */
const SPELLED = new RegExp(
  `(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])|(?<=[${VIRAMA}])[\\u200c\\u200d]|` +
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  'gu',
);

/** The text with something else in the place of each harmful character. Joiners that a script is spelled with stay. */
export function replaceHarmful(text: string, replacement: (character: string) => string): string {
  const spelled = new Set(Array.from(text.matchAll(SPELLED), ({ index }) => index));
  return text.replace(HARMFUL, (character, at: number) => (spelled.has(at) ? character : replacement(character)));
}

/** A character as JSON and JavaScript write it in ASCII: `\u202e`, `\udb40\udc41`. */
export function unicodeEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
