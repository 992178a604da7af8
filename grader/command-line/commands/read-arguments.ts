import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { described } from '../../../reference/ndarray.ts';
import { codeOf, UsageError } from '../../text/errors.ts';
import { parseJson, tooLargeNumber } from '../../text/parse-json.ts';

/**
 * The list in a JSON file, or in standard input if the path is `-`.
 *
 * @throws {UsageError} It cannot be read, is not JSON or has a number that is too large (the message says at which line and
 * column), or is not a list.
 */
export async function readArguments(path: string): Promise<unknown[]> {
  const name = path === '-' ? 'standard input' : path;
  const content = await textOf(path);
  const json = parseJson(name, content);
  const tooLarge = tooLargeNumber(content);
  if (tooLarge !== null) throw new UsageError(`${name}: ${tooLarge}`);
  if (Array.isArray(json)) return json;
  throw new UsageError(`${name}: expected a list of arguments, as [[[0, 1]]], got ${described(json)}`);
}

async function textOf(path: string): Promise<string> {
  if (path === '-') return withoutMark(await text(process.stdin));
  try {
    return withoutMark(await readFile(path, 'utf8'));
  } catch (error) {
    const code = codeOf(error) ?? 'unknown error';
    if (code === 'ENOENT')
      throw new UsageError(`the file ${path} does not exist: ARGS is a JSON file, or - for standard input`);
    throw new UsageError(
      code === 'EISDIR' ? `${path} is a folder, not a JSON file` : `${path} cannot be read (${code})`,
    );
  }
}

function withoutMark(content: string): string {
  return content.replace(/^\uFEFF/, '');
}
