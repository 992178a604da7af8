import type { FileHandle } from 'node:fs/promises';

const CHUNK = 256 * 1024;
const LF = 0x0a;

/** A line of a file: its place and its bytes, without the end of line. */
export interface Line {
  /** counted from 1 */
  number: number;
  offset: number;
  bytes: Buffer;
  /** false for a last line that ends with the file */
  ended: boolean;
}

/** The lines of a file, one at a time, from its beginning. */
export async function* linesOf(handle: FileHandle): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let number = 1;
  let offset = 0;
  let position = 0;
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      const last = chunk.subarray(from, end);
      const bytes = pending.length === 0 ? last : Buffer.concat([...pending, last]);
      yield { number, offset, bytes, ended: true };
      pending = [];
      number += 1;
      offset += bytes.length + 1;
      from = end + 1;
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  }
  if (pending.length > 0) yield { number, offset, bytes: Buffer.concat(pending), ended: false };
}
