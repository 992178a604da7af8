import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SPECIAL_FILES } from './special-files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What a person may hand in: a file, a folder or a zip. */
export interface HandIn {
  /** `class/ada.ts` */
  id: string;
  path: string;
  /** the assignment under which it is judged, as `--assignment` takes it */
  assignment: string;
}

/** Every submission that is at hand: the bundled class, the sample class beside the project, and special files. */
export function handIns(scratch: string): HandIn[] {
  const special = join(scratch, 'special');
  for (const [name, made] of Object.entries(SPECIAL_FILES)) {
    const files = typeof made === 'string' ? { '': made } : made;
    for (const [path, code] of Object.entries(files)) write(join(special, name, path), code);
  }
  return [
    ...entriesOf('special', special, 'all'),
    ...entriesOf('class', join(ROOT, 'examples', 'class'), join(ROOT, 'examples', 'class.json')),
    ...entriesOf('sample', join(ROOT, '..', 'shared', 'sample-class'), 'all'),
  ];
}

function entriesOf(group: string, folder: string, assignment: string): HandIn[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ id: `${group}/${name}`, path: join(folder, name), assignment }));
}

function write(path: string, code: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}
