import { shownCount } from './numbers.ts';
import { printableLine, shortened } from './printable.ts';

/** The most names in one line of a message. */
export const MOST_NAMES = 10;

/** The first names of a list, and how many more there are. */
export function nameList(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${shownCount(names.length - MOST_NAMES)} more` : '';
  return `${names.slice(0, MOST_NAMES).map(listedName).join(', ')}${more}`;
}

/** A name that others chose, on one line and not too long. */
export function listedName(name: string): string {
  return shortened(printableLine(name), 60);
}
