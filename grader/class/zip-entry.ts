import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { codeOf } from '../text/errors.ts';
import { type EntryPath, pathIn } from './entry-path.ts';
import { SubmissionProblem, shownName } from './problem.ts';

const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes of an archive, from memory or from the disk. */
export type BytesAt = (start: number, length: number) => Buffer | Promise<Buffer>;

/** The path of an entry, without `.` and doubled slashes. */
export function entryPath(entry: Entry): EntryPath {
  return pathIn(entryName(entry));
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

export function isLink(entry: Entry): boolean {
  // The upper half is a Unix mode, even from archivers that name another system.
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK;
}

/**
 * The content of an entry, never inflated further than it declares.
 *
 * @throws {SubmissionProblem} It is encrypted, packed in an odd way, or damaged.
 */
export async function unpack(zip: ZipFile, bytesAt: BytesAt, entry: Entry, shown: string): Promise<Buffer> {
  if (entry.isEncrypted()) throw new SubmissionProblem(`${shownName(shown)} is encrypted: zip it without a password`);
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) {
    throw new SubmissionProblem(`${shownName(shown)} is packed by method ${method}: zip it the usual way (deflate)`);
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const data = await bytesAt(fileDataStart, entry.compressedSize);
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
