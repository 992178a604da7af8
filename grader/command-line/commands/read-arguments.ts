import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { described } from '../../../reference/ndarray.ts';
import { jsonFault } from '../../assignment/json-fault.ts';
import { codeOf, UsageError } from '../../text/errors.ts';

/**
 * The list that a JSON file holds, or standard input where the path is `-`.
 *
 * @throws {UsageError} It cannot be read, is no JSON (the message says at which line and column), or holds no list.
 */
export async function readArguments(path: string): Promise<unknown[]> {
  const name = path === '-' ? 'standard input' : path;
  const json = parse(name, await textOf(path));
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
      throw new UsageError(`there is no file ${path}: ARGS is a JSON file, or - for standard input`);
    throw new UsageError(
      code === 'EISDIR' ? `${path} is a folder, not a JSON file` : `${path} cannot be read (${code})`,
    );
  }
}

function withoutMark(content: string): string {
  return content.replace(/^\uFEFF/, '');
}

function parse(name: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const fault = jsonFault(content);
    if (fault === null) throw error;
    throw new UsageError(`${name}:${fault.line}:${fault.column} is not JSON: expected ${fault.expected}`);
  }
}
