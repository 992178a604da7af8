import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { messageOf } from '../../accelerated/error-message.ts';
import { charactersOf } from '../../properties/text/characters.ts';
import { codeOf } from '../text/errors.ts';
import { isCodeName, isSkipped, noCode, sourcePath } from './code-file.ts';
import { SubmissionProblem, shownName } from './problem.ts';
import { readBytes } from './read-bytes.ts';
import { MOST_ENTRIES } from './read-folder.ts';
import type { SizeBudget } from './size-budget.ts';
import type { RawFile } from './source-hash.ts';

/** The most MiB that a zip file may measure: it is held in memory while it is read. */
const MOST_ZIP_MIB = 32;
/** The most characters of a file name with its folders; archives could hold 65,535. */
const LONGEST_PATH = 1024;
const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const CONTROL = charactersOf('control');

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The code in a student's zip file; one folder around it is taken off. Nothing is unpacked to disk, and nothing is inflated
 * further than it declares. Other entries are ignored, links and zip files among them.
 *
 * @throws {SubmissionProblem} It is broken, an attack, too large, or holds no code.
 */
export async function readZip(path: string, name: string, budget: SizeBudget): Promise<RawFile[]> {
  const most = MOST_ZIP_MIB * 1024 * 1024;
  const packed = await readBytes(path, name, most);
  if (packed.length > most) throw new SubmissionProblem(`${shownName(name)} is larger than ${MOST_ZIP_MIB} MiB`);
  if (packed.length === 0) throw new SubmissionProblem(`${shownName(name)} is empty`);
  try {
    return withoutWrapper(await readEntries(packed, name, budget));
  } catch (error) {
    if (error instanceof SubmissionProblem) throw error;
    // The archive is in memory, so whatever fails from here on is the archive's fault, not the machine's.
    const why = messageOf(error);
    throw new SubmissionProblem(`${shownName(name)} is not a zip file that can be read: ${shownName(why)}`);
  }
}

async function readEntries(packed: Buffer, name: string, budget: SizeBudget): Promise<RawFile[]> {
  const zip = await fromBufferPromise(packed, { lazyEntries: true, decodeStrings: false });
  if (zip.entryCount > MOST_ENTRIES) {
    throw new SubmissionProblem(`${shownName(name)} holds ${zip.entryCount} entries, more than ${MOST_ENTRIES}`);
  }
  const files: RawFile[] = [];
  let links = 0;
  for await (const entry of zip.eachEntry()) {
    const entryPath = safePath(entry, name);
    if (entryPath === null) continue;
    if (isLink(entry)) {
      links += 1;
    } else if (isCodeName(entryPath)) {
      const path = sourcePath(entryPath);
      budget.take(path, entry.uncompressedSize);
      files.push({ path, bytes: await unpack(zip, packed, entry, `${name}/${path}`) });
    }
  }
  if (files.length === 0) throw noCode(name, links);
  return files;
}

/**
 * The path of an entry in the archive, null for folders and what is skipped. An archive with a path that leads out of
 * it is refused as a whole.
 */
function safePath(entry: Entry, name: string): string | null {
  const path = entryName(entry);
  if (path.search(CONTROL) >= 0) {
    throw new SubmissionProblem(`${shownName(name)} holds an entry with a control character in its name`);
  }
  if (path.length > LONGEST_PATH) {
    throw new SubmissionProblem(`${shownName(name)} holds a file whose name is longer than ${LONGEST_PATH} characters`);
  }
  if (validateFileName(path) !== null) {
    throw new SubmissionProblem(`${shownName(name)} holds "${shownName(path)}", a path that leads out of the archive`);
  }
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return path.endsWith('/') || steps.length === 0 || steps.some(isSkipped) ? null : steps.join('/');
}

/** Programs on macOS write UTF-8 without the flag that says so; yauzl would take it for the code page of DOS. */
function entryName(entry: Entry): string {
  // With decodeStrings: false the name is a Buffer, although its type says string.
  const raw = entry.fileNameRaw;
  const declared = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false);
  const hasUnicodeName =
    (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075);
  if (hasUnicodeName) return declared;
  try {
    return utf8.decode(raw).replaceAll('\\', '/');
  } catch {
    return declared;
  }
}

function isLink(entry: Entry): boolean {
  // The upper half is a Unix mode, even from archivers that name another system.
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK;
}

async function unpack(zip: ZipFile, packed: Buffer, entry: Entry, shown: string): Promise<Buffer> {
  if (entry.isEncrypted()) throw new SubmissionProblem(`${shownName(shown)} is encrypted: zip it without a password`);
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    throw new SubmissionProblem(`${shownName(shown)} is packed by method ${method}: zip it the usual way (deflate)`);
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const data = packed.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const declared = entry.uncompressedSize;
  const bytes = method === STORED ? data : await inflateWithin(data, declared, shown);
  if (bytes.length !== declared) {
    throw new SubmissionProblem(`${shownName(shown)} is damaged: it unpacks to another size than it declares`);
  }
  if (crc32(bytes) !== entry.crc32)
    throw new SubmissionProblem(`${shownName(shown)} is damaged: its checksum is wrong`);
  return bytes;
}

async function inflateWithin(data: Buffer, declared: number, shown: string): Promise<Buffer> {
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, declared) });
  } catch (error) {
    const larger = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
    const why = larger ? 'it unpacks to more than it declares' : 'its data cannot be unpacked';
    throw new SubmissionProblem(`${shownName(shown)} is damaged: ${why}`);
  }
}

/** The files without the one folder around all of them, if there is one. */
function withoutWrapper(files: RawFile[]): RawFile[] {
  const tops = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')));
  const [top] = tops;
  if (tops.size !== 1 || top === undefined) return files;
  return files.map(({ path, bytes }) => ({ path: path.slice(top.length), bytes }));
}
