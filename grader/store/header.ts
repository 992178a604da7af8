import { randomInt } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, UsageError } from '../text/errors.ts';
import { onDisk } from './disk-fault.ts';
import { replaceFile } from './durable.ts';
import { readRegular } from './regular-file.ts';

export const HEADER = 'backproof.json';
export const RESULTS = 'results.jsonl';
const SCHEMA = 'backproof/folder/1';

/** What a run asks for; the folder must be for the same. */
export interface FolderRequest {
  assignment: string;
  /** null: the seed kept for the folder, or a new one */
  seed: number | null;
  assignmentHash: string;
  oracle: string;
}

/** What a folder of results is for, kept in its backproof.json. */
export interface FolderHeader extends FolderRequest {
  seed: number;
}

/** @throws {UsageError} The folder is of another assignment, seed or oracle, or its backproof.json is not ours. */
export async function openHeader(folder: string, request: FolderRequest): Promise<FolderHeader> {
  const kept = await readHeader(folder);
  if (kept !== null) {
    expectSame(folder, kept, request);
    return kept;
  }
  if (await exists(join(folder, RESULTS))) {
    throw new UsageError(
      `${folder} holds a ${RESULTS} but no ${HEADER}, so it is not ours to write: name another --out`,
    );
  }
  // 2**31 - 1 is the largest seed that every generator in use accepts unchanged.
  const header = { ...request, seed: request.seed ?? randomInt(2 ** 31 - 1) };
  await writeHeader(folder, header);
  return header;
}

/** Writes what a folder is for, whole. */
export async function writeHeader(folder: string, header: FolderHeader): Promise<void> {
  const text = `${JSON.stringify({ schema: SCHEMA, ...header }, null, 2)}\n`;
  await onDisk(join(folder, HEADER), () => replaceFile(folder, HEADER, [text]));
}

/**
 * The header of a folder of results, null if it has none.
 *
 * @throws {UsageError} There is a backproof.json that is not ours.
 */
async function readHeader(folder: string): Promise<FolderHeader | null> {
  const path = join(folder, HEADER);
  let text: string;
  try {
    text = (await readRegular(path)).toString('utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new UsageError(`${path} cannot be read (${code ?? 'unknown error'}): name another --out`);
  }
  const header = parseHeader(text);
  if (header === null) throw new UsageError(`${path} was not written by backproof: name another --out`);
  return header;
}

/** The same of a folder that must hold results. @throws {UsageError} It holds none. */
export async function readKeptHeader(folder: string): Promise<FolderHeader> {
  const header = await readHeader(folder);
  if (header !== null) return header;
  throw new UsageError(
    `${folder} holds no results (there is no ${HEADER} in it): name the --out of \`backproof grade\``,
  );
}

function parseHeader(text: string): FolderHeader | null {
  let json: Partial<FolderHeader & { schema: unknown }> | null;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || json.schema !== SCHEMA) return null;
  const { assignment, seed, assignmentHash, oracle } = json;
  if (typeof assignment !== 'string' || typeof assignmentHash !== 'string' || typeof oracle !== 'string') return null;
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) return null;
  return { assignment, seed, assignmentHash, oracle };
}

function expectSame(folder: string, kept: FolderHeader, asked: FolderRequest): void {
  const refuse = (what: string, cure: string): never => {
    throw new UsageError(`${folder} holds results ${what}: ${cure}`);
  };
  if (kept.assignment !== asked.assignment) {
    refuse(`of the assignment ${kept.assignment}, not ${asked.assignment}`, 'name another --out');
  }
  if (kept.assignmentHash !== asked.assignmentHash) {
    refuse(`of another version of the assignment ${kept.assignment}`, 'name another --out, or undo the change');
  }
  if (asked.seed !== null && kept.seed !== asked.seed) {
    refuse(`of the seed ${kept.seed}, not ${asked.seed}`, 'name another --out, or leave --seed out');
  }
  if (kept.oracle !== asked.oracle) {
    refuse(`by the oracle ${kept.oracle}, not ${asked.oracle}`, `name another --out, or --oracle ${kept.oracle}`);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
