import { createHash } from 'node:crypto';
import { extname } from 'node:path';

/** A source file as its bytes. */
export interface RawFile {
  path: string;
  bytes: Uint8Array;
}

/**
 * `sha256:…` over what was handed in: equal for equal sources, no matter who handed them in and how they were packed.
 * A single file counts by its extension and content, since its name is the student's; several count by path and content,
 * since they import each other by it. Every part is preceded by its length, so that no two lists run together.
 */
export function sourceHash(files: readonly RawFile[]): string {
  const hash = createHash('sha256');
  const part = (bytes: Uint8Array): void => {
    hash.update(`${bytes.byteLength}:`);
    hash.update(bytes);
  };
  const [only] = files;
  hash.update(`backproof/source/1 ${files.length};`);
  if (files.length === 1 && only !== undefined) {
    part(Buffer.from(extname(only.path)));
    part(only.bytes);
  } else {
    for (const { path, bytes } of files) {
      part(Buffer.from(path));
      part(bytes);
    }
  }
  return `sha256:${hash.digest('hex')}`;
}
