import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionRecord } from '../record/record.ts';
import { onDisk } from './disk-fault.ts';
import { replaceFile, syncFolder } from './durable.ts';
import { type FolderHeader, type FolderRequest, openHeader, RESULTS, readKeptHeader, writeHeader } from './header.ts';
import { lockFolder } from './lock.ts';
import { makeFolder } from './make-folder.ts';
import { RecordFile } from './record-file.ts';
import { parseRecordLine, recordLine } from './record-line.ts';
import { PENDING, StoredResults } from './stored-results.ts';

/**
 * The results of a class, written so that a kill at any moment leaves every record that was appended, each once and whole.
 *
 * - `append` takes records in any order. One whose id comes after all others goes to the end of results.jsonl; one that replaces
 *   another, or whose id lies between others, goes to the end of results.pending.jsonl. Either is on the disk when it resolves.
 * - `settle` brings both into results.jsonl, in the order of the ids: written whole to a temporary file, renamed, and only then is
 *   the pending file removed, so that a kill in between costs nothing (what is pending is taken in again). `close` settles, and so
 *   does `open`, so the pending file outlives a run only if it was killed.
 * - What is read (`records`, `record`, `read`) always has the newest record of each submission, settled or not.
 */
export class Store extends StoredResults {
  readonly #unlock: () => Promise<void>;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  private constructor(folder: string, header: FolderHeader, unlock: () => Promise<void>) {
    super(folder, header);
    this.#unlock = unlock;
  }

  /**
   * Takes a folder for this run; it is made if it is missing.
   *
   * @throws {UsageError} It is for another assignment, seed, key or oracle, not ours, in use by another run, damaged, or not writable.
   */
  static async open(folder: string, request: FolderRequest): Promise<Store> {
    await onDisk(folder, () => makeFolder(folder));
    return Store.#take(folder, () => openHeader(folder, request));
  }

  /**
   * Takes a folder that already has results, of any assignment, to change them (`regrade --write`, `decide`).
   *
   * @throws {UsageError} It has none, is in use by another run, damaged, or not writable.
   */
  static async reopen(folder: string): Promise<Store> {
    const header = await readKeptHeader(folder);
    return Store.#take(folder, () => Promise.resolve(header));
  }

  static async #take(folder: string, header: () => Promise<FolderHeader>): Promise<Store> {
    const unlock = await lockFolder(folder);
    let store: Store | undefined;
    try {
      store = new Store(folder, await header(), unlock);
      await rm(join(folder, `${RESULTS}.tmp`), { force: true, recursive: true });
      await store.load('write');
      await onDisk(folder, () => syncFolder(folder));
      await store.#settle();
      return store;
    } catch (error) {
      await store?.closeFiles();
      await unlock();
      throw error;
    }
  }

  /**
   * Keeps a record, in the place of an earlier one of the same submission. When this resolves it is on the disk.
   *
   * @throws {UsageError} The disk is full, or the like; what was kept before stays.
   */
  append(record: SubmissionRecord): Promise<void> {
    return this.#inTurn(async () => {
      const line = recordLine(record);
      const { fault } = parseRecordLine(line, this.header);
      if (fault !== null) throw new Error(`the record of ${record.submission} ${fault}`);
      const isNext = this.last === null || record.submission > this.last;
      const file = isNext ? this.#openResults() : await this.#openPending();
      this.remember(record, await file.append(line), !isNext);
      if (isNext) this.last = record.submission;
    });
  }

  /** Brings results.jsonl into the order of the ids, with one record each. Does nothing if it is so already. */
  settle(): Promise<void> {
    return this.#inTurn(() => this.#settle());
  }

  /**
   * Rewrites results.jsonl from lines without ends, in the order of the ids. The lines may be made from `read()`.
   *
   * @throws {Error} A line is not a record of this folder, or out of order; the results stay as they were.
   */
  replaceAll(lines: AsyncIterable<string>): Promise<void> {
    return this.#inTurn(async () => {
      // What is still pending would replace the new records at the next opening.
      await this.#settle();
      await this.#writeResults(this.#checked(lines));
      await this.load('write');
    });
  }

  /**
   * Makes the folder one for another version of its assignment: called after the records were replaced, so that a kill in
   * between leaves new records that only a regrade accepts.
   */
  reassign(assignmentHash: string): Promise<void> {
    return this.#inTurn(() => writeHeader(this.folder, { ...this.header, assignmentHash }));
  }

  /** Settles, and releases the folder. If settling fails, everything is kept and the next run settles. */
  override async close(): Promise<void> {
    if (this.#closed) return;
    await this.#inTurn(async () => {
      try {
        await this.#settle();
      } finally {
        this.#closed = true;
        await this.closeFiles();
        await this.#unlock();
      }
    });
  }

  /** One change after the other, in the order in which they were asked for. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(() => {
      if (this.#closed) throw new Error(`the results in ${this.folder} are closed`);
      return change();
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #settle(): Promise<void> {
    if (this.ordered && this.pending === null) return;
    // A full disk leaves an empty pending file, and has no room to rewrite everything for nothing.
    const isSettled = this.ordered && ![...this.index.values()].some(({ pending }) => pending);
    if (!isSettled) await this.#writeResults(this.lines());
    await this.closeFiles();
    await onDisk(this.folder, async () => {
      await rm(join(this.folder, PENDING), { force: true });
      await syncFolder(this.folder);
    });
    await this.load('write');
  }

  #writeResults(lines: AsyncIterable<string>): Promise<void> {
    return onDisk(join(this.folder, RESULTS), () => replaceFile(this.folder, RESULTS, ended(lines)));
  }

  async *#checked(lines: AsyncIterable<string>): AsyncGenerator<string> {
    let last: string | null = null;
    for await (const line of lines) {
      const { record, fault } = parseRecordLine(line, this.header);
      if (record === null || line.includes('\n'))
        throw new Error(`a line to be written ${fault ?? 'holds an end of line'}: ${line.slice(0, 80)}`);
      if (last !== null && record.submission <= last) {
        throw new Error(`the record of ${record.submission} is out of order, after ${last}`);
      }
      last = record.submission;
      yield line;
    }
  }

  #openResults(): RecordFile {
    if (this.results === null) throw new Error(`the results in ${this.folder} are closed`);
    return this.results;
  }

  async #openPending(): Promise<RecordFile> {
    if (this.pending === null) {
      this.pending = await RecordFile.open(join(this.folder, PENDING), this.header, 'write', () => undefined);
      await onDisk(this.folder, () => syncFolder(this.folder));
    }
    return this.pending;
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
