import { readFile } from 'node:fs/promises';
import { codeOf, UsageError } from '../text/errors.ts';

/** Only a byte order mark makes a file UTF-16. */
const UTF_16 = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

/** How Sakai's export begins, which writes Latin-1 (its ExportPanel, `ISO_8859_1`). */
const SAKAI = /^"?Student ID"?[,;]"?Student Name"?/;

/**
 * The text of a roster: UTF-8, the UTF-16 of a gradebook that Blackboard hands out for a spreadsheet, or the Latin-1 of Sakai's.
 *
 * @throws {UsageError} It cannot be read, or is none of these.
 */
export async function rosterText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    throw new UsageError(`the roster ${path} cannot be read (${code})`);
  }
  const encoding = UTF_16.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const asLatin = bytes.toString('latin1');
    if (encoding === 'utf-8' && SAKAI.test(asLatin)) return asLatin;
    throw new UsageError(`the roster ${path} is not ${encoding.toUpperCase()}: save it as "CSV UTF-8"`);
  }
}
