/** Something that `npm run check` found: where, and what to do about it. */
export interface Fault {
  /** relative to the project's root */
  path: string;
  message: string;
}

/** As one line: `reference/losses/adam.ts: missing`. */
export function shownFault({ path, message }: Fault): string {
  return `${path}: ${message.replaceAll(/\s*\n\s*/g, ' ')}`;
}
