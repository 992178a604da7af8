import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawing } from '../record/drawing.ts';
import { PRIVATE } from '../store/durable.ts';
import { jsonLine } from '../text/json-text.ts';

const NAME = 'drawings.jsonl';
/** What fits on a page; the strings in a value may be as long as a student likes. */
const LONGEST_LINE = 200_000;

/**
 * The whole values behind the counterexamples, which the records do not hold, for the report to draw. A convenience that
 * may be lost or torn: the report then draws the differing element alone.
 */
export class DrawingFile {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, NAME);
  }

  add(submission: string, drawings: readonly Drawing[]): void {
    const lines = drawings
      .map((drawing) => jsonLine({ submission, ...drawing }))
      .filter((line) => line.length <= LONGEST_LINE);
    if (lines.length > 0) appendFileSync(this.#path, lines.join(''), { mode: PRIVATE });
  }

  /** The newest drawing of each submission's exercise. */
  read(): (submission: string, exercise: string) => { got: unknown; expected: unknown } | null {
    const newest = new Map<string, Drawing>();
    if (existsSync(this.#path)) {
      for (const line of readFileSync(this.#path, 'utf8').split('\n')) {
        const drawing = parsed(line);
        if (drawing) newest.set(JSON.stringify([drawing.submission, drawing.exercise]), drawing);
      }
    }
    return (submission, exercise) => newest.get(JSON.stringify([submission, exercise])) ?? null;
  }
}

function parsed(line: string): (Drawing & { submission: string }) | null {
  try {
    return JSON.parse(line) as Drawing & { submission: string };
  } catch {
    // A line torn by a kill, or the end of the file.
    return null;
  }
}
