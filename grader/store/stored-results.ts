import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionRecord } from '../record/record.ts';
import type { StoredRecords } from '../record/records.ts';
import { scaleOf } from '../record/scale.ts';
import type { Secret } from '../secret/secret.ts';
import { UsageError } from '../text/errors.ts';
import { type FolderHeader, RESULTS, secretOf } from './header.ts';
import { type Place, RecordFile, type Visitor } from './record-file.ts';
import { parsedRecord } from './record-line.ts';
import { keepHeapSmall } from './small-heap.ts';

/** Records that replace or precede some in results.jsonl wait here until that file is rewritten. */
export const PENDING = 'results.pending.jsonl';

/** What is kept in memory of a record: enough to say whether it is up to date, and where the rest of it is. */
export interface StoredLine extends Place {
  sourceHash: string | null;
  oracleHash: string;
  status: SubmissionRecord['status'];
  points: number | null;
  maxPoints: number;
  /** what the points are of; see scaleOf */
  scale: string;
  /** for an `invalid` record only, which has no source hash to compare */
  message: string | null;
  /** whether it is in results.pending.jsonl */
  pending: boolean;
}

/** The results in a folder, for reading: an index in memory, the records on the disk. */
export class StoredResults {
  readonly folder: string;
  readonly header: FolderHeader;
  protected readonly index = new Map<string, StoredLine>();
  protected results: RecordFile | null = null;
  protected pending: RecordFile | null = null;
  /** the greatest id in results.jsonl */
  protected last: string | null = null;
  /** whether results.jsonl is in the order of the ids */
  protected ordered = true;
  /** One copy of each scale, oracle hash and status serves all records: most have the same ones. */
  readonly #texts = new Map<string, string>();

  constructor(folder: string, header: FolderHeader) {
    this.folder = folder;
    this.header = header;
  }

  /** What its inputs are drawn from. @throws {UsageError} Its key is gone or another one. */
  secret(): Promise<Secret> {
    return secretOf(this.folder, this.header);
  }

  /** By submission. The order is not that of the ids; `read` has that. */
  get records(): ReadonlyMap<string, StoredLine> {
    return this.index;
  }

  /** Every record, in the order of the ids, one at a time. */
  async *read(): AsyncGenerator<SubmissionRecord> {
    for await (const line of this.lines()) yield parsedRecord(line);
  }

  /** The same for reports, which go through them several times without waiting. */
  all(): StoredRecords {
    keepHeapSmall();
    const ids = [...this.index.keys()].sort();
    const recordOf = (id: string): SubmissionRecord | null => {
      const place = this.index.get(id);
      return place === undefined ? null : parsedRecord(this.#fileOf(place).lineNow(place));
    };
    return {
      length: ids.length,
      ids,
      recordOf,
      *[Symbol.iterator]() {
        for (const id of ids) {
          const record = recordOf(id);
          if (record !== null) yield record;
        }
      },
    };
  }

  /** One record, null if the submission has none. */
  async record(submission: string): Promise<SubmissionRecord | null> {
    const place = this.index.get(submission);
    return place === undefined ? null : parsedRecord(await this.#lineAt(place));
  }

  async close(): Promise<void> {
    await this.closeFiles();
  }

  /** The lines of the records, in the order of the ids, without their ends. */
  protected async *lines(): AsyncGenerator<string> {
    for (const id of [...this.index.keys()].sort()) {
      const place = this.index.get(id);
      if (place !== undefined) yield await this.#lineAt(place);
    }
  }

  /** (Re)opens both files and builds the index from them. */
  protected async load(mode: 'read' | 'write'): Promise<void> {
    await this.closeFiles();
    this.index.clear();
    this.last = null;
    this.ordered = true;
    // The pending file first: a run that ends in between moves its records to the other file, and either view is whole.
    this.pending = await this.#openIfThere(PENDING, mode, (record, place) => this.remember(record, place, true));
    const seen = new Set<string>();
    const visit = (record: SubmissionRecord, place: Place): void => this.#visitResult(record, place, seen);
    const path = join(this.folder, RESULTS);
    this.results =
      mode === 'write'
        ? await RecordFile.open(path, this.header, mode, visit)
        : await this.#openIfThere(RESULTS, mode, visit);
  }

  protected async closeFiles(): Promise<void> {
    const files = [this.results, this.pending];
    this.results = null;
    this.pending = null;
    for (const file of files) await file?.close();
  }

  protected remember(record: SubmissionRecord, { offset, length }: Place, pending: boolean): void {
    const { sourceHash, points, maxPoints } = record;
    const [oracleHash, status] = [this.#shared(record.oracleHash), this.#shared(record.status)];
    const message = status === 'invalid' ? record.message : null;
    const scale = this.#shared(scaleOf(record));
    const line = { sourceHash, oracleHash, status, points, maxPoints, scale, message, offset, length, pending };
    this.index.set(record.submission, line);
  }

  #shared<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return (known as T | undefined) ?? text;
  }

  #visitResult(record: SubmissionRecord, place: Place, seen: Set<string>): void {
    const id = record.submission;
    if (seen.has(id)) {
      throw new UsageError(
        `${join(this.folder, RESULTS)} holds two records of ${JSON.stringify(id)}: remove one of the lines, ` +
          'or name another --out; nothing was changed',
      );
    }
    seen.add(id);
    // A pending record is the newer one.
    if (!this.index.has(id)) this.remember(record, place, false);
    if (this.last === null || id > this.last) this.last = id;
    else this.ordered = false;
  }

  async #openIfThere(name: string, mode: 'read' | 'write', visit: Visitor): Promise<RecordFile | null> {
    const path = join(this.folder, name);
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    return isThere ? RecordFile.open(path, this.header, mode, visit) : null;
  }

  async #lineAt(place: StoredLine): Promise<string> {
    return this.#fileOf(place).lineAt(place);
  }

  #fileOf({ pending }: StoredLine): RecordFile {
    const file = pending ? this.pending : this.results;
    if (file === null) throw new Error(`the results in ${this.folder} are closed`);
    return file;
  }
}
