import type { Student } from './student.ts';

/** Given and family name: from their own columns, otherwise from `Lovelace, Ada` or `Ada Lovelace` (the last word). */
export function splitName({ name, firstName, lastName }: Student): { first: string; last: string } {
  if (firstName !== null || lastName !== null) return { first: firstName ?? '', last: lastName ?? '' };
  if (name === null) return { first: '', last: '' };
  const comma = name.indexOf(',');
  if (comma >= 0) return { first: name.slice(comma + 1).trim(), last: name.slice(0, comma).trim() };
  const space = name.lastIndexOf(' ');
  return { first: name.slice(0, Math.max(space, 0)).trim(), last: name.slice(space + 1).trim() };
}

/** `Ada Lovelace`; the id if no name is known. */
export function fullName(student: Student): string {
  const { first, last } = splitName(student);
  return [first, last].filter((part) => part !== '').join(' ') || student.id;
}

/** `Lovelace, Ada`, as Canvas sorts people; the id if no name is known. */
export function sortableName(student: Student): string {
  const { first, last } = splitName(student);
  return [last, first].filter((part) => part !== '').join(', ') || student.id;
}

/** The letters and digits of a name alone, without case and accents, words in their order. */
export function nameWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
