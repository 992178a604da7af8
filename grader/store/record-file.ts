import { readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { SubmissionRecord } from '../record/record.ts';
import { UsageError } from '../text/errors.ts';
import { diskFault } from './disk-fault.ts';
import type { FolderHeader } from './header.ts';
import { type Line, linesOf } from './lines.ts';
import { parseRecordLine } from './record-line.ts';
import { openRegular } from './regular-file.ts';

/** The place of a record in its file, in bytes without the end of line. */
export interface Place {
  offset: number;
  length: number;
}

/** Called for every record, in the order of the file. */
export type Visitor = (record: SubmissionRecord, place: Place) => void;

/**
 * A file with one record per line. A kill at any moment leaves whole lines, except for a torn last one, which `open`
 * repairs.
 */
export class RecordFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #header: FolderHeader;
  #size = 0;
  #buffer = Buffer.alloc(0);
  #broken = false;

  private constructor(path: string, handle: FileHandle, header: FolderHeader) {
    this.path = path;
    this.#handle = handle;
    this.#header = header;
  }

  /**
   * Opens the file and shows every record in it to `visit`. For writing it is made if it is missing, and a last line
   * that a kill tore is cut off; for reading that line is skipped.
   *
   * @throws {UsageError} A line in it is not a record of this folder, or the file cannot be written. Nothing was changed then.
   */
  static async open(path: string, header: FolderHeader, mode: 'read' | 'write', visit: Visitor): Promise<RecordFile> {
    let handle: FileHandle | undefined;
    try {
      handle = await openRegular(path, mode);
      const file = new RecordFile(path, handle, header);
      const unended = await file.#scan(visit);
      if (mode === 'write') await file.#mendEnd(unended);
      return file;
    } catch (error) {
      await handle?.close();
      throw diskFault(path, error);
    }
  }

  /**
   * Adds a line; when this resolves it is on the disk. If the disk refuses, nothing of the line stays.
   *
   * @throws {UsageError} The disk is full, or the like.
   */
  async append(line: string): Promise<Place> {
    if (this.#broken) throw new UsageError(`${this.path} cannot be written any more: run the same command again`);
    const bytes = Buffer.from(`${line}\n`);
    const offset = this.#size;
    try {
      await this.#writeAt(offset, bytes);
      await this.#handle.sync();
    } catch (error) {
      await this.#handle.truncate(offset).catch(() => {
        this.#broken = true;
      });
      throw diskFault(this.path, error);
    }
    this.#size += bytes.length;
    return { offset, length: bytes.length - 1 };
  }

  /** The text of one line. */
  async lineAt({ offset, length }: Place): Promise<string> {
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.#handle.read(bytes, done, length - done, offset + done);
      if (bytesRead === 0) throw this.#shrunk();
      done += bytesRead;
    }
    return bytes.toString('utf8');
  }

  /** The same at once, for what goes through records without waiting. */
  lineNow({ offset, length }: Place): string {
    // One buffer for all lines: each new one would lie outside the heap until the next collection.
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(2 * length);
    const bytes = this.#buffer;
    let done = 0;
    while (done < length) {
      const bytesRead = readSync(this.#handle.fd, bytes, done, length - done, offset + done);
      if (bytesRead === 0) throw this.#shrunk();
      done += bytesRead;
    }
    return bytes.toString('utf8', 0, length);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  #shrunk(): UsageError {
    return new UsageError(`${this.path} became shorter while it was read: run the command again`);
  }

  /** @returns The last line, if it is a whole record without an end of line. */
  async #scan(visit: Visitor): Promise<Line | null> {
    let faulty: { line: Line; fault: string } | null = null;
    for await (const line of linesOf(this.#handle)) {
      if (faulty !== null) break;
      const { record, fault } = parseRecordLine(line.bytes.toString('utf8'), this.#header);
      if (record === null) {
        faulty = { line, fault };
        // After a power cut a line with an end may still be the last one; if another follows, the next turn reports the
        // fault.
        if (line.ended && !line.bytes.includes(0)) break;
        if (!line.ended && fault === 'is not JSON') return null;
        continue;
      }
      visit(record, { offset: line.offset, length: line.bytes.length });
      this.#size = line.offset + line.bytes.length + 1;
      if (!line.ended) return line;
    }
    if (faulty === null) return null;
    const end = (await this.#handle.stat()).size;
    const isLast = faulty.line.offset + faulty.line.bytes.length + 1 === end;
    if (isLast && faulty.line.bytes.includes(0)) return null;
    throw new UsageError(
      `${this.path}:${faulty.line.number} ${faulty.fault}: fix or remove that line (its submission is then graded again), ` +
        'or name another --out; nothing was changed',
    );
  }

  /** A torn line is removed, since its submission was never reported as graded; a whole one gets the end of line it lacks. */
  async #mendEnd(unended: Line | null): Promise<void> {
    const { size } = await this.#handle.stat();
    if (unended !== null) await this.#writeAt(this.#size - 1, Buffer.from('\n'));
    else if (size > this.#size) await this.#handle.truncate(this.#size);
    else return;
    await this.#handle.sync();
  }

  async #writeAt(position: number, bytes: Buffer): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
