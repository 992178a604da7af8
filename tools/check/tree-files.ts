import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const TREES: readonly string[] = [
  'host',
  'reference',
  'accelerated',
  'properties',
  'exercises',
  'grader',
  'site',
  'tools',
];

/** Folders that hold samples of what students hand in, not code of the project. */
const SAMPLES = /(^|\/)(node_modules|attacks|examples|fixtures)$|^grader\/honest\/[^/]+$/;

/** The files below a folder of the root, as paths relative to the root with forward slashes, sorted. */
export function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((item) => {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) return SAMPLES.test(path) ? [] : filesBelow(root, path);
      return item.isFile() ? [path] : [];
    })
    .sort();
}
