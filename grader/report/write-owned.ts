import { createHash } from 'node:crypto';
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
  text: string;
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
 * Writes files into a folder, which is made if it is missing, and returns their paths. An existing file is replaced
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
  files: readonly ReportFile[],
  { prune, withInputs = format === HOLDS_INPUTS }: { prune: (name: string) => boolean; withInputs?: boolean },
): Promise<string[]> {
  await onDisk(folder, () => makeFolder(folder));
  const manifest = await readManifest(folder);
  const changed: ReportFile[] = [];
  for (const file of files) {
    if (await isToBeWritten(folder, format, file, manifest)) changed.push(file);
  }
  const wanted = new Set(files.map(({ name }) => name));
  const gone = [...manifest]
    .filter(([name, known]) => known.format === format && !wanted.has(name) && prune(name))
    .map(([name]) => name);
  const before = new Map(manifest);
  for (const { name, text } of files) {
    const known = before.get(name)?.sha256 ?? [];
    manifest.set(name, { format, sha256: [...new Set([...known, hashOf(text)])] });
  }
  if (changed.length > 0) await writeManifest(folder, manifest);
  for (const { name, text } of changed) await replace(folder, name, text, withInputs ? PRIVATE : PUBLIC);
  for (const name of gone) {
    if (await isAsWritten(folder, name, manifest)) await onDisk(join(folder, name), () => rm(join(folder, name)));
    manifest.delete(name);
  }
  for (const { name, text } of files) manifest.set(name, { format, sha256: [hashOf(text)] });
  await writeManifest(folder, manifest);
  return files.map(({ name }) => join(folder, name));
}

/** @throws {UsageError} One of the files exists and was not written by `writeOwned` in this format, or was changed since. */
export async function expectOwned(folder: string, format: string, names: readonly string[]): Promise<void> {
  const manifest = await readManifest(folder);
  for (const name of names) {
    const there = await hashOnDisk(join(folder, name));
    if (there !== null) expectOurs(join(folder, name), format, there, manifest.get(name));
  }
}

async function isToBeWritten(folder: string, format: string, file: ReportFile, manifest: Manifest): Promise<boolean> {
  const path = join(folder, file.name);
  const there = await hashOnDisk(path);
  if (there === null) return true;
  if (there === hashOf(file.text)) return false;
  expectOurs(path, format, there, manifest.get(file.name));
  return true;
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

async function replace(folder: string, name: string, text: string, mode: number): Promise<void> {
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

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Also if the folder is a file: the code that makes the folder reports that. */
function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}
