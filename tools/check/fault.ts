/** Something that `npm run check` found: where, and what to do about it. */
export interface Fault {
  /** relative to the project's root */
  path: string;
  line?: number;
  message: string;
}

/** As one line: `reference/losses/adam.ts: missing`, `reference/losses/adam.ts:12: …` where the line is known. */
export function shownFault({ path, line, message }: Fault): string {
  return `${path}${line === undefined ? '' : `:${line}`}: ${message.replaceAll(/\s*\n\s*/g, ' ')}`;
}
