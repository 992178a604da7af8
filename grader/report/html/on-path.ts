import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is in a folder of PATH; null if none is. */
export function onPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}
