import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcePath } from '../pages/names.ts';

/** The texts of reference/ and accelerated/, so that a page can lead to the file that it shows and to what that imports. */
export function sourceCopies(root: string): { path: string; text: string }[] {
  return ['reference', 'accelerated'].flatMap((tree) =>
    readdirSync(join(root, tree), { recursive: true, encoding: 'utf8' })
      .map((file) => `${tree}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|-fixture\.ts$|\/divergences?\b/.test(file))
      .map((file) => ({ path: sourcePath(file), text: readFileSync(join(root, file), 'utf8') })),
  );
}
