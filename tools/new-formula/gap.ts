import { GAP } from '../check/gaps.ts';

/** A gap as text, in a comment or on a page. An apostrophe would end the string that it may be in. */
export function gap(what: string): string {
  return `${GAP} ${what.replaceAll("'", '’').replaceAll('`', '').replaceAll(/\s+/g, ' ').trim()}`;
}

/** A gap as a string of the code. */
export function quotedGap(what: string): string {
  return `'${gap(what).replaceAll('\\', '\\\\')}'`;
}

/** A gap as a statement. What is still unused is handed on with the error, so that the file passes the compiler. */
export function thrownGap(what: string, unused: readonly string[] = []): string {
  const cause = unused.length === 0 ? '' : `, { cause: [${unused.join(', ')}] }`;
  return `throw new Error(${quotedGap(what)}${cause});`;
}
