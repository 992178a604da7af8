import { shownName } from '../../grader/class/problem.ts';

/** What the page's link asks for. */
export type Choice =
  | { kind: 'exercise'; name: string }
  /** a bundled assignment, or an address relative to the page */
  | { kind: 'assignment'; name: string }
  /** one that was opened as a file before, and is kept in the browser */
  | { kind: 'opened'; name: string }
  | { kind: 'nothing' };

/** The choice in the part of the address that begins with `?`. */
export function choiceIn(search: string): Choice {
  const asked = new URLSearchParams(search);
  for (const kind of ['exercise', 'assignment', 'opened'] as const) {
    const name = asked.get(kind);
    if (name !== null && name !== '') return { kind, name };
  }
  return { kind: 'nothing' };
}

/**
 * The address of an assignment file, relative to the page.
 *
 * @returns one clear line if it lies on another host
 */
export function assignmentAddress(name: string, page: URL): URL | string {
  const address = URL.canParse(name, page) ? new URL(name, page) : null;
  if (address === null) return `${shownName(name)} is not the address of an assignment.`;
  return address.origin === page.origin
    ? address
    : `The assignment ${shownName(name)} lies on another host, and this page asks no other host: open it as a file.`;
}
