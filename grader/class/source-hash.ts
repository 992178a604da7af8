import { sha256 } from '../../host/host.ts';
import { extensionOf } from './extension.ts';

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
  const utf8 = new TextEncoder();
  const isSingle = files.length === 1;
  const parts = files.flatMap(({ path, bytes }) => [utf8.encode(isSingle ? extensionOf(path) : path), bytes]);
  const counted = parts.flatMap((bytes) => [`${bytes.byteLength}:`, bytes]);
  return `sha256:${sha256(`backproof/source/1 ${files.length};`, ...counted)}`;
}
