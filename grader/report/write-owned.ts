import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onDisk } from '../store/disk-fault.ts';
import { PRIVATE } from '../store/durable.ts';
import { makeFolder } from '../store/make-folder.ts';
import { readRegular } from '../store/regular-file.ts';
import { codeOf, UsageError } from '../text/errors.ts';

/** A file of a report, `ada.json`: a name alone, without folders. */
export interface ReportFile {
  name: string;
  /** whole, or in pieces that are made while they are written */
  text: string | Iterable<string>;
}

/** The same, or bytes of a file that is not text. */
export interface OwnedFile {
  name: string;
  text: ReportFile['text'] | Uint8Array;
}

/** The list of files in a folder that we wrote: the format and the hash of each. */
export const MANIFEST = '.backproof-reports.json';
const SCHEMA = 'backproof/reports/1';
const OURS_ALONE = 'name another folder';
/** The instructor's page always shows arguments. */
const HOLDS_INPUTS = 'html';
const PUBLIC = 0o666;

interface Known {
  format: string;
  /** of its content; two while it is being replaced, so that a kill in between leaves a file that is still ours */
  sha256: string[];
}
type Manifest = Map<string, Known>;

/**
 * Writes files into a folder, which is made if it is missing, and returns their paths. They are taken one at a time, so that
 * they need not fit into memory together. An existing file is replaced
 * only if it is our own of the same format and as we wrote it: listed with its hash in the folder's
 * `.backproof-reports.json`. Our own files of this format that `prune` names and that are no longer among them (a
 * student who left) are removed.
 *
 * @param options.withInputs whether they show arguments: then their owner alone may read them
 * @throws {UsageError} A file is not ours, or was changed since; nothing was written.
 */
export async function writeOwned(
  folder: string,
  format: string,
  files: Iterable<OwnedFile>,
  { prune, withInputs = format === HOLDS_INPUTS }: { prune: (name: string) => boolean; withInputs?: boolean },
): Promise<string[]> {
  await onDisk(folder, () => makeFolder(folder));
  const manifest = await readManifest(folder);
  const staging = join(folder, `${STAGING}${process.pid}.tmp`);
  try {
    const staged: Staged[] = [];
    for (const file of files) staged.push(await stage(folder, staging, format, file, manifest, withInputs));
    return await putInPlace(folder, format, staged, manifest, prune);
  } finally {
    await onDisk(staging, () => rm(staging, { force: true, recursive: true }));
  }
}

/** The beginning of the name of a folder in which files wait until all are there. */
const STAGING = '.backproof-reports.';

/** A file that is to be there: what it holds, and where that waits if it is not there already. */
interface Staged {
  name: string;
  sha256: string;
  waitsAt: string | null;
}

async function stage(
  folder: string,
  staging: string,
  format: string,
  { name, text }: OwnedFile,
  manifest: Manifest,
  isPrivate: boolean,
): Promise<Staged> {
  const path = join(folder, name);
  const there = await hashOnDisk(path);
  if (isWhole(text) && there === hashOf(text)) return { name, sha256: there, waitsAt: null };
  return onDisk(path, async () => {
    await makeFolder(staging, 0o700);
    // Not by its name, which may be as long as a name can be.
    const waitsAt = join(staging, hashOf(name));
    const sha256 = writeText(waitsAt, text, isPrivate ? PRIVATE : PUBLIC);
    if (there === sha256) return { name, sha256, waitsAt: null };
    if (there !== null) expectOurs(path, format, there, manifest.get(name));
    return { name, sha256, waitsAt };
  });
}

function isWhole(text: OwnedFile['text']): text is string | Uint8Array {
  return typeof text === 'string' || text instanceof Uint8Array;
}

const encoder = new TextEncoder();
/** One for all: new ones would lie outside the heap until the next collection. */
const encoded = new Uint8Array(256 * 1024);

/** Writes a text piece by piece, and returns its hash. */
function writeText(path: string, text: OwnedFile['text'], mode: number): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'wx', mode);
  try {
    for (const bytes of text instanceof Uint8Array ? [text] : encodedPieces(text)) {
      hash.update(bytes);
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** The bytes of a text; each piece is to be used before the next is asked for. */
function* encodedPieces(text: string | Iterable<string>): Generator<Uint8Array> {
  for (const piece of typeof text === 'string' ? [text] : text) {
    for (let rest = piece; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, encoded);
      yield encoded.subarray(0, written);
      rest = rest.slice(read);
    }
  }
}

async function putInPlace(
  folder: string,
  format: string,
  staged: readonly Staged[],
  manifest: Manifest,
  prune: (name: string) => boolean,
): Promise<string[]> {
  const wanted = new Set(staged.map(({ name }) => name));
  const gone = [...manifest]
    .filter(([name, known]) => known.format === format && !wanted.has(name) && prune(name))
    .map(([name]) => name);
  for (const { name, sha256 } of staged) {
    const known = manifest.get(name)?.sha256 ?? [];
    manifest.set(name, { format, sha256: [...new Set([...known, sha256])] });
  }
  const changed = staged.filter(({ waitsAt }) => waitsAt !== null);
  if (changed.length > 0) await writeManifest(folder, manifest);
  for (const { name, waitsAt } of changed) {
    if (waitsAt !== null) await onDisk(join(folder, name), () => rename(waitsAt, join(folder, name)));
  }
  for (const name of gone) {
    if (await isAsWritten(folder, name, manifest)) await onDisk(join(folder, name), () => rm(join(folder, name)));
    manifest.delete(name);
  }
  for (const { name, sha256 } of staged) manifest.set(name, { format, sha256: [sha256] });
  await writeManifest(folder, manifest);
  return staged.map(({ name }) => join(folder, name));
}

/** @throws {UsageError} One of the files exists and was not written by `writeOwned` in this format, or was changed since. */
export async function expectOwned(folder: string, format: string, names: readonly string[]): Promise<void> {
  const manifest = await readManifest(folder);
  for (const name of names) {
    const there = await hashOnDisk(join(folder, name));
    if (there !== null) expectOurs(join(folder, name), format, there, manifest.get(name));
  }
}

function expectOurs(path: string, format: string, there: string, known: Known | undefined): void {
  if (known === undefined)
    throw new UsageError(`${path} exists and is not a report of backproof: move it away, or ${OURS_ALONE}`);
  if (known.format !== format) throw new UsageError(`${path} is a report of the format ${known.format}: ${OURS_ALONE}`);
  if (!known.sha256.includes(there))
    throw new UsageError(`${path} was changed since it was written: move it away, or ${OURS_ALONE}`);
}

async function isAsWritten(folder: string, name: string, manifest: Manifest): Promise<boolean> {
  const there = await hashOnDisk(join(folder, name)).catch(() => null);
  return there !== null && (manifest.get(name)?.sha256.includes(there) ?? false);
}

/** Null if there is nothing. */
async function hashOnDisk(path: string): Promise<string | null> {
  try {
    return hashOf(await readRegular(path));
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof UsageError) throw error;
    return onDisk(path, () => Promise.reject(error as Error));
  }
}

async function replace(folder: string, name: string, text: string | Uint8Array, mode: number): Promise<void> {
  const path = join(folder, name);
  const temporary = join(folder, `.${name}.${process.pid}.tmp`);
  await onDisk(path, async () => {
    try {
      // What is there is left over from a run that was killed and had the same number.
      await rm(temporary, { force: true, recursive: true });
      await writeFile(temporary, text, { flag: 'wx', mode });
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = (await readRegular(path)).toString('utf8');
  } catch (error) {
    if (isMissing(error)) return new Map();
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read: ${OURS_ALONE}`);
  }
  const manifest = parseManifest(text);
  if (manifest === null) throw new UsageError(`${path} was not written by backproof: ${OURS_ALONE}`);
  return manifest;
}

function parseManifest(text: string): Manifest | null {
  try {
    const json = JSON.parse(text) as { schema?: unknown; files?: unknown };
    if (json.schema !== SCHEMA || !Array.isArray(json.files)) return null;
    return new Map((json.files as (Known & { name: string })[]).map(({ name, ...known }) => [name, known]));
  } catch {
    return null;
  }
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  // A list, since a file may be called __proto__.
  const files = [...manifest].map(([name, known]) => ({ name, ...known }));
  await replace(folder, MANIFEST, `${JSON.stringify({ schema: SCHEMA, files }, null, 1)}\n`, PUBLIC);
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Also if the folder is a file: the code that makes the folder reports that. */
function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
