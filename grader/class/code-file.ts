import { SubmissionProblem, shownName } from './problem.ts';

const CODE = /\.(?:ts|js|mjs)$/i;

/** The kinds of entry that hold code, as messages name them. */
export const ACCEPTED = 'a .ts, .js or .mjs file, a folder or a .zip of such files';

export function isCodeName(name: string): boolean {
  return CODE.test(name);
}

/**
 * Whether a folder or file inside a submission is not the student's code: hidden ones, what macOS adds to its zip files,
 * and installed packages, which no sandboxed submission can import.
 */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'node_modules';
}

/** The path as files import each other by it: the extension in lower case, accents in one form (macOS splits them). */
export function sourcePath(path: string): string {
  return path.normalize('NFC').replace(CODE, (extension) => extension.toLowerCase());
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a source file; a byte order mark is taken off.
 *
 * @throws {SubmissionProblem} The bytes are not UTF-8, or hold NUL, which the engine takes for the end of the source.
 */
export function decodeSource(path: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const found = utf16 ? 'is UTF-16, not UTF-8' : 'is not valid UTF-8';
    throw new SubmissionProblem(`${shownName(path)} ${found}: save it again as UTF-8`);
  }
  if (text.includes('\0')) {
    throw new SubmissionProblem(
      `${shownName(path)} holds NUL characters, so it is not plain text: save it again as UTF-8`,
    );
  }
  return text;
}
