import { appendFileSync, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../../accelerated/error-message.ts';
import type { Drawing } from '../record/drawing.ts';
import { diskFault } from '../store/disk-fault.ts';
import { PRIVATE, replaceFile } from '../store/durable.ts';
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

  /** Puts what the same files in other folders hold in the place of what is here. Never throws either. */
  async replaceBy(folders: readonly string[]): Promise<void> {
    async function* texts(): AsyncGenerator<string> {
      for (const folder of folders) {
        for await (const text of textsOf(join(folder, NAME))) yield text;
        // The last line may have been torn.
        yield '\n';
      }
    }
    try {
      await replaceFile(dirname(this.#path), NAME, texts());
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
    // Where each is, since all together may be a gigabyte.
    const newest = new Map<string, Place>();
    for (const { text, offset, length } of linesIn(this.#path)) {
      const drawing = parsed(text);
      if (drawing) newest.set(keyOf(drawing.submission, drawing.exercise), { offset, length });
    }
    return (submission, exercise) => {
      const place = newest.get(keyOf(submission, exercise));
      return place === undefined ? null : parsed(textAt(this.#path, place));
    };
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
}

/** The place of a line in the file, in bytes. */
interface Place {
  offset: number;
  length: number;
}

const CHUNK = 256 * 1024;
const LF = 0x0a;

function keyOf(submission: string, exercise: string): string {
  return `${exercise} ${submission}`;
}

/** The lines of a file that ends with one; none if it cannot be read. */
function* linesIn(path: string): Generator<Place & { text: string }> {
  const file = opened(path);
  if (file === null) return;
  try {
    let rest = Buffer.alloc(0);
    let offset = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(file, chunk);
      if (count === 0) return;
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      let from = 0;
      for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, from)) {
        yield { text: bytes.toString('utf8', from, end), offset: offset + from, length: end - from };
        from = end + 1;
      }
      rest = bytes.subarray(from);
      offset += from;
    }
  } catch {
    // What was read so far is drawn.
  } finally {
    closeSync(file);
  }
}

function textAt(path: string, { offset, length }: Place): string {
  const file = opened(path);
  if (file === null) return '';
  try {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, offset);
    return bytes.toString('utf8');
  } catch {
    return '';
  } finally {
    closeSync(file);
  }
}

/** Null if it cannot be read. */
function opened(path: string): number | null {
  let file: number | null = null;
  try {
    file = openSync(path, READ_SAFELY);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    return null;
  } catch {
    return null;
  }
}

/** The text of a file piece by piece; nothing if it cannot be read. */
async function* textsOf(path: string): AsyncGenerator<string> {
  const handle = await open(path, READ_SAFELY).catch(() => null);
  if (handle === null) return;
  try {
    if (!(await handle.stat()).isFile()) return;
    for await (const text of handle.createReadStream({ encoding: 'utf8', autoClose: false })) yield String(text);
  } finally {
    await handle.close();
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
