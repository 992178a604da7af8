import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder takes on the disk, as `du -m` says it. */
export function megabytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const bytes = files.map((file) => {
    const { size, blocks } = lstatSync(join(folder, file));
    return blocks > 0 ? blocks * 512 : size;
  });
  return bytes.reduce((sum, each) => sum + each, 0) / 2 ** 20;
}
