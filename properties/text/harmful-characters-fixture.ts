import type { CharacterClass } from './characters.ts';

/** Of each class of harmful characters some, for the tests of every door. */
export const HARMFUL_CHARACTERS = {
  control: ['\0', '\u0007', '\b', '\u001b', '\u007f', '\u0085', '\u009b'],
  lineSeparator: ['\u2028', '\u2029'],
  direction: ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'],
  invisible: ['\u00ad', '\u200b', '\u2060', '\u2063', '\u206a', '\u3164', '\ufeff', '\u{e0001}', '\u{e0041}'],
  annotation: ['\ufff9', '\ufffb'],
  half: ['\ud800', '\udfff'],
} as const satisfies Partial<Record<CharacterClass, readonly string[]>>;
