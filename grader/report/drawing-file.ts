import { appendFileSync, closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Drawing } from '../record/drawing.ts';
import { diskFault } from '../store/disk-fault.ts';
import { PRIVATE } from '../store/durable.ts';
import { APPEND_SAFELY, isFileOrNothing, notRegular, READ_SAFELY } from '../store/regular-file.ts';
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
  /** open while a run adds to it */
  #file: number | null = null;
  #lost: string | null = null;

  constructor(folder: string) {
    this.#path = join(folder, NAME);
  }

  /** @throws {UsageError} There is something else at its path: a link, a pipe. */
  async expectOwn(): Promise<void> {
    if (!(await isFileOrNothing(this.#path))) throw notRegular(this.#path);
  }

  /** What to say of drawings that could not be kept; null if all were. */
  get lost(): string | null {
    return this.#lost === null
      ? null
      : `some counterexamples have no picture in the report, all records are kept: ${this.#lost}`;
  }

  /** Never throws: a full disk costs the drawings from there on, and nothing else. */
  add(submission: string, drawings: readonly Drawing[]): void {
    const lines = drawings
      .map((drawing) => jsonLine({ submission, ...drawing }))
      .filter((line) => line.length <= LONGEST_LINE);
    if (lines.length === 0 || this.#lost !== null) return;
    try {
      this.#file ??= this.#open();
      appendFileSync(this.#file, lines.join(''));
    } catch (error) {
      this.#lost = messageOf(diskFault(this.#path, error));
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** The newest drawing of each submission's exercise; none if the file cannot be read. */
  read(): (submission: string, exercise: string) => { got: unknown; expected: unknown } | null {
    const newest = new Map<string, Drawing>();
    for (const line of this.#text().split('\n')) {
      const drawing = parsed(line);
      if (drawing) newest.set(JSON.stringify([drawing.submission, drawing.exercise]), drawing);
    }
    return (submission, exercise) => newest.get(JSON.stringify([submission, exercise])) ?? null;
  }

  #open(): number {
    const file = openSync(this.#path, APPEND_SAFELY, PRIVATE);
    const found = fstatSync(file);
    if (!found.isFile()) {
      closeSync(file);
      throw notRegular(this.#path);
    }
    // The last line may have been torn.
    if (found.size > 0) appendFileSync(file, '\n');
    return file;
  }

  #text(): string {
    let file: number | null = null;
    try {
      file = openSync(this.#path, READ_SAFELY);
      return fstatSync(file).isFile() ? readFileSync(file, 'utf8') : '';
    } catch {
      return '';
    } finally {
      if (file !== null) closeSync(file);
    }
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
