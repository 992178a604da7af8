/** The descriptor of the pipe on which the watchdog of a process writes notes to the parent, a line each. */
export const NOTES = 4;

/** A line from the watchdog: a sign of life, or why it is about to end the process. */
export interface Note {
  word: 'alive' | 'deadline' | 'memory' | 'stalled';
  /** milliseconds of CPU that the submission has left beyond what each piece of work has for itself */
  leftMs: number;
  /** growth of the memory since the submission was opened */
  grownMiB: number;
}

/** The note that a line holds; null for anything else. */
export function noteOf(line: string): Note | null {
  const [, word, left, grown] = /^(alive|deadline|memory|stalled) (\d+) (\d+)$/.exec(line) ?? [];
  if (word === undefined) return null;
  return { word: word as Note['word'], leftMs: Number(left), grownMiB: Number(grown) };
}
