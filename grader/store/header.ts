import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { MOST_SHARDS, type Shard, shownShard } from '../class/shard.ts';
import { keyHashOf, type Secret } from '../secret/secret.ts';
import { regradeCommandLine } from '../text/command-line.ts';
import { codeOf, UsageError } from '../text/errors.ts';
import { onDisk } from './disk-fault.ts';
import { replaceFile } from './durable.ts';
import { keepKey, newKey, readKey } from './key-file.ts';
import { readRegular } from './regular-file.ts';

export const HEADER = 'backproof.json';
export const RESULTS = 'results.jsonl';
/** The key of a folder, beside what is drawn from it. */
export const KEY = 'key';
const SCHEMA = 'backproof/folder/1';

/** What a run asks for; the folder must be for the same. */
export interface FolderRequest {
  assignment: string;
  /** null: what the folder has, or else a key */
  seed: number | null;
  /** the file of a key that several runs share, null if the folder has its own */
  keyFile: string | null;
  /** whether each source meets inputs of its own */
  perSource: boolean;
  assignmentHash: string;
  /** what the command line calls the assignment, for a message: a bundled name or a path */
  assignmentArgument: string;
  oracle: string;
  /** which part of the class it is, null for all of it */
  shard: Shard | null;
}

/** What a folder of results is for, kept in its backproof.json. */
export interface FolderHeader extends Omit<FolderRequest, 'keyFile' | 'assignmentArgument'> {
  /** of the folder's key, which is in a file of its own; null if it has a seed */
  keyHash: string | null;
}

/** @throws {UsageError} The folder is of another assignment, seed, key or oracle, or its backproof.json is not ours. */
export async function openHeader(folder: string, request: FolderRequest): Promise<FolderHeader> {
  const kept = await readHeader(folder);
  if (kept !== null) {
    await expectSame(folder, kept, request);
    return kept;
  }
  if (await exists(join(folder, RESULTS))) {
    throw new UsageError(
      `${folder} holds a ${RESULTS} but no ${HEADER}, so it is not ours to write: name another --out`,
    );
  }
  const { keyFile, assignmentArgument: _, ...rest } = request;
  const keyHash = rest.seed === null ? keyHashOf(await keyFor(folder, keyFile)) : null;
  const header = { ...rest, keyHash };
  await writeHeader(folder, header);
  return header;
}

/** The key of a new folder, kept in it: the shared one, which is made if it is absent, or one of its own. */
async function keyFor(folder: string, keyFile: string | null): Promise<string> {
  const shared = keyFile === null ? null : ((await readKey(keyFile)) ?? (await keepKey(keyFile, newKey())));
  const path = join(folder, KEY);
  const kept = await keepKey(path, shared ?? newKey());
  // A run that was killed before it wrote the header left a key.
  if (shared !== null && kept !== shared) throw new UsageError(`${path} is another key: name another --out`);
  return kept;
}

/**
 * What the inputs of a folder are drawn from.
 *
 * @throws {UsageError} Its key is gone or another one.
 */
export async function secretOf(folder: string, { seed, keyHash }: FolderHeader): Promise<Secret> {
  if (seed !== null) return seed;
  const path = join(folder, KEY);
  const key = await readKey(path);
  if (key === null)
    throw new UsageError(`the key of the results, ${path}, is gone: put it back, or grade into another folder`);
  if (keyHashOf(key) !== keyHash)
    throw new UsageError(`${path} is not the key that the results in ${folder} are drawn from: put that one back`);
  return key;
}

/** Writes what a folder is for, whole. */
export async function writeHeader(folder: string, header: FolderHeader): Promise<void> {
  // In one order, whoever made the header.
  const { assignment, seed, keyHash, perSource, assignmentHash, oracle, shard } = header;
  const kept = { schema: SCHEMA, assignment, seed, keyHash, perSource, assignmentHash, oracle, shard };
  const text = `${JSON.stringify(kept, null, 2)}\n`;
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
  // A folder begun before there were keys says nothing of them.
  const { assignment, seed, keyHash = null, perSource = false, assignmentHash, oracle, shard = null } = json;
  if (typeof assignment !== 'string' || typeof assignmentHash !== 'string' || typeof oracle !== 'string') return null;
  if (typeof perSource !== 'boolean' || !isShard(shard)) return null;
  if (!(seed === null ? typeof keyHash === 'string' : Number.isSafeInteger(seed) && keyHash === null)) return null;
  return { assignment, seed: seed ?? null, keyHash, perSource, assignmentHash, oracle, shard };
}

function isShard(shard: Shard | null): boolean {
  if (shard === null) return true;
  const { number, count } = shard;
  return (
    Number.isSafeInteger(number) &&
    Number.isSafeInteger(count) &&
    number >= 1 &&
    number <= count &&
    count <= MOST_SHARDS
  );
}

async function expectSame(folder: string, kept: FolderHeader, asked: FolderRequest): Promise<void> {
  const refuse = (what: string, cure: string): never => {
    throw new UsageError(`${folder} holds results ${what}: ${cure}`);
  };
  if (kept.assignment !== asked.assignment) {
    refuse(
      `of the assignment ${kept.assignment}, not ${asked.assignment}`,
      `name another --out${renamedCure(folder, kept, asked)}`,
    );
  }
  if (kept.assignmentHash !== asked.assignmentHash) {
    refuse(
      `of another version of the assignment ${kept.assignment}`,
      `${regradeCommandLine(folder, asked.assignmentArgument)} brings them to this one; or undo the change, or name another --out`,
    );
  }
  expectSameShard(kept.shard, asked.shard, refuse);
  if (asked.seed !== null && kept.seed !== asked.seed) {
    const what = kept.seed === null ? 'drawn from a key, not from the seed' : `of the seed ${kept.seed}, not`;
    refuse(`${what} ${asked.seed}`, 'name another --out, or leave --seed out');
  }
  if (asked.keyFile !== null) await expectKey(folder, kept, asked.keyFile, refuse);
  if (asked.perSource && !kept.perSource) {
    refuse('on the same inputs for every source', 'name another --out, or leave --per-source out');
  }
  if (kept.oracle !== asked.oracle) {
    refuse(`by the oracle ${kept.oracle}, not ${asked.oracle}`, `name another --out, or --oracle ${kept.oracle}`);
  }
}

/** A file of another name may hold another version of the assignment, which is known by the name of its file. */
function renamedCure(folder: string, kept: FolderHeader, { assignmentArgument }: FolderRequest): string {
  const isFile = /\.json$/i.test(assignmentArgument);
  if (!isFile) return '';
  const file = join(dirname(assignmentArgument), `${kept.assignment}.json`);
  return (
    `; or, if it is another version of ${kept.assignment}, call the file ${basename(file)}, ` +
    `and ${regradeCommandLine(folder, file)} brings them to it`
  );
}

function expectSameShard(kept: Shard | null, asked: Shard | null, refuse: (what: string, cure: string) => never): void {
  if (kept === null && asked !== null)
    refuse(`of a whole class, not of shard ${shownShard(asked)}`, 'name another --out, or leave --shard out');
  if (kept !== null && (asked === null || shownShard(asked) !== shownShard(kept))) {
    const other = asked === null ? 'the whole class' : `shard ${shownShard(asked)}`;
    refuse(`of shard ${shownShard(kept)}, not of ${other}`, `name another --out, or --shard ${shownShard(kept)}`);
  }
}

/** A shared key is the folder's, which gets it back if it was lost. */
async function expectKey(
  folder: string,
  kept: FolderHeader,
  keyFile: string,
  refuse: (what: string, cure: string) => never,
): Promise<void> {
  const cure = 'name another --out, or leave --key out';
  if (kept.seed !== null) refuse(`of the seed ${kept.seed}, not of a key`, cure);
  const key = await readKey(keyFile);
  if (key === null)
    throw new UsageError(`the key file ${keyFile} does not exist, and ${folder} has one of its own: ${cure}`);
  if (keyHashOf(key) !== kept.keyHash) refuse(`drawn from another key than ${keyFile}`, cure);
  await keepKey(join(folder, KEY), key);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
